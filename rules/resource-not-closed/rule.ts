import type { ObligationGroup, ResourceKind } from '../../src/engines/obligation/rule.ts';
import { bodyReaders, borrowers, closed, drainedBy, fileVerbs, verbs } from './closed.ts';
import { libraries } from './libraries.ts';

const file: ResourceKind = {
  ...closed,
  noun: 'file',
  lenders: { verbs: fileVerbs, confidence: 'high' },
  deferrable: ['os.Open', 'os.OpenFile', 'os.Create', 'os.CreateTemp', 'io/ioutil.TempFile', '(*os.Root).Open', '(*os.Root).OpenFile', '(*os.Root).Create'],
  acquire: [
    'os.Open', 'os.OpenFile', 'os.Create', 'os.CreateTemp', 'os.Pipe', 'os.OpenInRoot', 'io/ioutil.TempFile', '(net/http.Dir).Open',
    '(net/http.FileSystem).Open', '(*os.Root).Open', '(*os.Root).OpenFile', '(*os.Root).Create', '(*mime/multipart.FileHeader).Open',
    '(*net.TCPConn).File', '(*net.UDPConn).File', '(*net.UnixConn).File', '(*net.TCPListener).File', '(*net.UnixListener).File', '(*net.IPConn).File',
  ],
  type: ['*os.File', 'net/http.File', 'mime/multipart.File'],
  results: { 'os.Pipe': [0, 1] },
  lookalikes: ['Open', 'OpenFile'],
  handsOn: ['Fd', 'SyscallConn'],
  byType: true,
};

const root: ResourceKind = { ...closed, noun: 'root', acquire: ['os.OpenRoot', '(*os.Root).OpenRoot'], type: '*os.Root', handsOn: ['FS'] };

const response: ResourceKind = {
  ...closed,
  noun: 'response body',
  lenders: { verbs, confidence: 'medium' },
  acquire: [
    'net/http.Get', 'net/http.Post', 'net/http.PostForm', '(*net/http.Client).Get', '(*net/http.Client).Post',
    '(*net/http.Client).PostForm', '(*net/http.Client).Do', '(net/http.RoundTripper).RoundTrip', '(*net/http.Transport).RoundTrip',
  ],
  deferrable: [
    'net/http.Get', 'net/http.Post', 'net/http.PostForm', '(*net/http.Client).Get', '(*net/http.Client).Post',
    '(*net/http.Client).PostForm', '(*net/http.Client).Do',
  ],
  type: '*net/http.Response',
  part: 'Body',
  methods: ['Cookies', 'Location', 'ProtoAtLeast', 'Write'],
  drainedBy,
  lookalikes: ['Do', 'RoundTrip'],
  takesNoContext: true,
  byType: true,
  toldBy: { field: 'StatusCode', readers: bodyReaders },
  // Read off a connection by hand, a body holds nothing but that.
  carriedBy: ['net.Conn', '*net.TCPConn', '*crypto/tls.Conn', '*net/http/httputil.ClientConn', '*bufio.Reader', '*bufio.ReadWriter'],
  voidWords: ['MethodHead', '"HEAD"', 'MethodConnect', 'StatusSwitchingProtocols'],
};

/** `Query` and `QueryContext` of each of these types, and the like. */
const methods = (types: readonly string[], names: readonly string[]): readonly string[] =>
  types.flatMap((type) => names.map((name) => `(${type}).${name}`));

const sql = 'database/sql';
const sqlx = 'github.com/jmoiron/sqlx';
const pgx = ['github.com/jackc/pgx/v4', 'github.com/jackc/pgx/v5'];

const gorm = ['gorm.io/gorm', 'github.com/jinzhu/gorm'];

/** Also those of https://pkg.go.dev/gorm.io/gorm#DB.Rows. */
const rows: ResourceKind = {
  ...closed,
  noun: 'result set',
  deferrable: methods([`*${sql}.DB`, `*${sql}.Tx`, `*${sql}.Conn`, `*${sql}.Stmt`], ['Query', 'QueryContext']),
  acquire: [
    ...methods([`*${sql}.DB`, `*${sql}.Tx`, `*${sql}.Conn`, `*${sql}.Stmt`], ['Query', 'QueryContext']),
    ...methods([`*${sqlx}.DB`, `*${sqlx}.Tx`], ['Query', 'QueryContext', 'Queryx', 'QueryxContext', 'NamedQuery']),
    ...methods([`*${sqlx}.DB`], ['NamedQueryContext']),
    ...methods([`*${sqlx}.Stmt`, `*${sqlx}.NamedStmt`], ['Query', 'Queryx', 'QueryxContext']),
    ...pgx.flatMap((path) => methods([`*${path}.Conn`, `${path}.Tx`, `*${path}/pgxpool.Pool`, `*${path}/pgxpool.Conn`], ['Query'])),
    ...gorm.map((path) => `(*${path}.DB).Rows`),
  ],
  type: [`*${sql}.Rows`, `*${sqlx}.Rows`, ...pgx.map((path) => `${path}.Rows`)],
  byType: true,
  exhaustedBy: ['Next'],
  // (*Tx).rollback and (*Tx).Commit cancel the context that closes the rows (database/sql/sql.go).
  endedWith: ['Commit', 'Rollback'],
};

const statement: ResourceKind = {
  ...closed,
  noun: 'prepared statement',
  acquire: [
    ...methods([`*${sql}.DB`], ['Prepare', 'PrepareContext']),
    ...methods([`*${sql}.Conn`], ['PrepareContext']),
    ...methods([`*${sqlx}.DB`], ['Prepare', 'PrepareContext', 'Preparex', 'PreparexContext', 'PrepareNamed', 'PrepareNamedContext']),
  ],
  type: [`*${sql}.Stmt`, `*${sqlx}.Stmt`, `*${sqlx}.NamedStmt`],
};

const transaction: ResourceKind = {
  ...closed,
  noun: 'transaction',
  released: 'ended',
  release: ['Rollback', 'Commit'],
  acquire: [
    ...methods([`*${sql}.DB`, `*${sqlx}.DB`], ['Begin', 'BeginTx']),
    ...methods([`*${sql}.Conn`], ['BeginTx']),
    ...methods([`*${sqlx}.DB`], ['Beginx', 'BeginTxx']),
    ...pgx.flatMap((path) => methods([`*${path}.Conn`, `*${path}/pgxpool.Pool`], ['Begin', 'BeginTx'])),
  ],
  type: [`*${sql}.Tx`, `*${sqlx}.Tx`, ...pgx.map((path) => `${path}.Tx`)],
};

/** A pool of connections, and the goroutine that opens them: made once, as a rule, and then kept where it shows. */
const database: ResourceKind = {
  ...closed,
  noun: 'database',
  acquire: [
    `${sql}.Open`, `${sqlx}.Open`, `${sqlx}.Connect`, `${sqlx}.ConnectContext`,
    ...pgx.flatMap((path) => [`${path}.Connect`, `${path}/pgxpool.Connect`, `${path}/pgxpool.New`]),
  ],
  type: [`*${sql}.DB`, `*${sqlx}.DB`, ...pgx.flatMap((path) => [`*${path}.Conn`, `*${path}/pgxpool.Pool`])],
};

/** What a program or library was built to, opened to be looked at. */
const binary: ResourceKind = {
  ...closed,
  noun: 'object file',
  acquire: ['debug/elf.Open', 'debug/macho.Open', 'debug/pe.Open', 'debug/plan9obj.Open', 'debug/macho.OpenFat'],
  type: ['*debug/elf.File', '*debug/macho.File', '*debug/pe.File', '*debug/plan9obj.File', '*debug/macho.FatFile'],
  uses: [
    'Sections', 'Progs', 'Loads', 'Symtab', 'Dysymtab', 'Symbols', 'COFFSymbols', 'StringTable', 'OptionalHeader', 'FileHeader', 'Class',
    'Data', 'Machine', 'Cpu', 'SubCpu', 'Type', 'Entry', 'OSABI', 'ByteOrder', 'Characteristics', 'Arches', 'Magic',
  ],
};

const session: ResourceKind = {
  ...closed,
  noun: 'database connection',
  acquire: [`(*${sql}.DB).Conn`, `(*${sqlx}.DB).Connx`],
  type: [`*${sql}.Conn`, `*${sqlx}.Conn`],
  handsOn: ['Raw'],
};

const connection: ResourceKind = {
  ...closed,
  noun: 'connection',
  deferrable: ['net.Dial', 'net.DialTimeout', 'net.DialTCP', 'net.DialUDP', 'net.DialUnix', '(*net.Dialer).Dial', '(*net.Dialer).DialContext', 'crypto/tls.Dial', 'crypto/tls.DialWithDialer'],
  lenders: { verbs, confidence: 'medium' },
  acquire: [
    'net.Dial', 'net.DialTimeout', 'net.DialTCP', 'net.DialUDP', 'net.DialUnix', 'net.DialIP', '(*net.Dialer).Dial',
    '(*net.Dialer).DialContext', '(*net.Dialer).DialTCP', '(*net.Dialer).DialUDP', '(*net.Dialer).DialUnix', '(*net.Dialer).DialIP',
    '(net/http.Hijacker).Hijack', '(*net/http.ResponseController).Hijack', '(*crypto/tls.Dialer).Dial',
    'net.FileConn', 'net.FilePacketConn', 'net.ListenPacket', 'net.ListenIP', 'net.ListenUnixgram', 'net.ListenUDP',
    'net.ListenMulticastUDP', '(*net.ListenConfig).ListenPacket',
    'crypto/tls.Dial', 'crypto/tls.DialWithDialer', '(*crypto/tls.Dialer).DialContext', '(net.Listener).Accept',
    '(*net.TCPListener).Accept',
    '(*net.TCPListener).AcceptTCP', '(*net.UnixListener).Accept', '(*net.UnixListener).AcceptUnix',
  ],
  type: ['net.Conn', 'net.PacketConn', '*net.TCPConn', '*net.UDPConn', '*net.UnixConn', '*net.IPConn', '*crypto/tls.Conn'],
  // https://pkg.go.dev/crypto/tls#Conn.Close closes the connection beneath.
  takenOver: { 'crypto/tls.Client': 0, 'crypto/tls.Server': 0 },
  lookalikes: ['Dial', 'DialContext'],
  sure: { DialContext: 3 },
  byName: true,
  handsOn: ['SyscallConn', 'File', 'NetConn'],
  byType: true,
};

const listener: ResourceKind = {
  ...closed,
  noun: 'listener',
  deferrable: ['net.Listen', 'net.ListenTCP', 'net.ListenUnix', 'crypto/tls.Listen'],
  acquire: ['net.Listen', 'net.ListenTCP', 'net.ListenUnix', 'crypto/tls.Listen', '(*net.ListenConfig).Listen', 'net.FileListener'],
  type: ['net.Listener', '*net.TCPListener', '*net.UnixListener'],
  handsOn: ['SyscallConn', 'File'],
};

const archive: ResourceKind = {
  ...closed,
  noun: 'archive',
  deferrable: ['archive/zip.OpenReader'],
  acquire: ['archive/zip.OpenReader'],
  type: '*archive/zip.ReadCloser',
  uses: ['File', 'Comment'],
};

const watcher: ResourceKind = {
  ...closed,
  noun: 'watcher',
  acquire: [
    'github.com/fsnotify/fsnotify.NewWatcher', 'github.com/fsnotify/fsnotify.NewBufferedWatcher',
    'gopkg.in/fsnotify.v1.NewWatcher', 'gopkg.in/fsnotify/fsnotify.v1.NewWatcher',
  ],
  type: ['*github.com/fsnotify/fsnotify.Watcher', '*gopkg.in/fsnotify.v1.Watcher', '*gopkg.in/fsnotify/fsnotify.v1.Watcher'],
  uses: ['Events', 'Errors'],
};

const client: ResourceKind = {
  ...closed,
  noun: 'client',
  acquire: ['golang.org/x/crypto/ssh.Dial', 'go.etcd.io/etcd/client/v3.New', 'go.etcd.io/etcd/clientv3.New'],
  type: ['*golang.org/x/crypto/ssh.Client', '*go.etcd.io/etcd/client/v3.Client', '*go.etcd.io/etcd/clientv3.Client'],
};

const ssh = '*golang.org/x/crypto/ssh';
/** Whoever closes an ssh connection closes all its channels (golang.org/x/crypto/ssh/mux.go, loop). */
const shell: ResourceKind = { ...closed, noun: 'session', acquire: [`(${ssh}.Client).NewSession`], type: `${ssh}.Session`, endedWith: ['Close'] };

const gorilla = '*github.com/gorilla/websocket';
const websocket: ResourceKind = {
  ...closed, noun: 'connection', type: `${gorilla}.Conn`, handsOn: ['UnderlyingConn', 'NetConn'],
  acquire: [...methods([`${gorilla}.Dialer`], ['Dial', 'DialContext']), ...methods([`${gorilla}.Upgrader`], ['Upgrade'])],
};

const grpc = 'google.golang.org/grpc';

/** The stubs that protoc generates send their calls over a connection, and none of them can close it. */
const channel: ResourceKind = {
  ...closed,
  noun: 'connection',
  acquire: [`${grpc}.Dial`, `${grpc}.DialContext`, `${grpc}.NewClient`],
  type: `*${grpc}.ClientConn`,
  borrowers: [...borrowers, '*.New*Client'],
  lenders: { verbs: [], confidence: 'medium' },
};

const tsdb = 'github.com/prometheus/prometheus/storage';

/** Each holds up the end of the database that it reads. */
const querier: ResourceKind = {
  ...closed,
  noun: 'querier',
  acquire: methods(
    [`${tsdb}.Storage`, `${tsdb}.Queryable`, `${tsdb}.SampleAndChunkQueryable`, `${tsdb}.ChunkQueryable`],
    ['Querier', 'ChunkQuerier'],
  ),
  type: [`${tsdb}.Querier`, `${tsdb}.ChunkQuerier`],
};

const stream: ResourceKind = {
  ...closed,
  noun: 'stream',
  release: ['Close', 'Reset', 'ResetWithError'],
  acquire: methods(
    ['github.com/libp2p/go-libp2p/core/host.Host', 'github.com/libp2p/go-libp2p-core/host.Host', 'github.com/libp2p/go-libp2p-host.Host'],
    ['NewStream'],
  ),
  type: [
    'github.com/libp2p/go-libp2p/core/network.Stream', 'github.com/libp2p/go-libp2p-core/network.Stream',
    'github.com/libp2p/go-libp2p-net.Stream',
  ],
  handsOn: ['Conn'],
};

/** See rule.md beside this file. */
export default {
  engine: 'obligations',
  id: 'resource-not-closed',
  summary: 'A file, response body, result set, connection or the like that is not closed on every way out',
  tags: ['leak', 'resource', 'file', 'network', 'database'],
  cwe: [404, 772, 775],
  precision: 'medium',
  kinds: [
    file, root, binary, response, rows, statement, transaction, session, database, connection, listener, archive, watcher, client,
    shell, websocket, channel, stream, querier, ...libraries,
  ],
} as const satisfies ObligationGroup;
