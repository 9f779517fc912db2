import { libraryResults } from './library-results.ts';
import type { Type } from './type.ts';

const ticker: Type = { kind: 'Foreign', path: 'time', name: 'Ticker' };
const timer: Type = { kind: 'Foreign', path: 'time', name: 'Timer' };
const timeChannel: Type = { kind: 'Chan', dir: 'recv', elem: { kind: 'Foreign', path: 'time', name: 'Time' } };

const foreign = (path: string, name: string): Type => ({ kind: 'Foreign', path, name });
const pointer = (path: string, name: string): Type => ({ kind: 'Pointer', elem: foreign(path, name) });
const file = pointer('os', 'File');
const response = pointer('net/http', 'Response');
const database = pointer('database/sql', 'DB');
const sqlxDatabase = pointer('github.com/jmoiron/sqlx', 'DB');
const transaction = pointer('database/sql', 'Tx');
const connection = foreign('net', 'Conn');
const listener = foreign('net', 'Listener');

const basic = (name: string): Type => foreign('', name);
const pointerTo = (elem: Type): Type => ({ kind: 'Pointer', elem });
const duration = foreign('time', 'Duration');

/** Functions that give the values of package variables in most programs: they name no resource. */
const common: Readonly<Record<string, readonly Type[]>> = {
  'errors.New': [basic('error')],
  'fmt.Errorf': [basic('error')],
  'fmt.Sprintf': [basic('string')],
  'os.Getenv': [basic('string')],
  'regexp.MustCompile': [pointer('regexp', 'Regexp')],
  'time.Now': [foreign('time', 'Time')],
  'flag.String': [pointerTo(basic('string'))],
  'flag.Bool': [pointerTo(basic('bool'))],
  'flag.Int': [pointerTo(basic('int'))],
  'flag.Int64': [pointerTo(basic('int64'))],
  'flag.Uint': [pointerTo(basic('uint'))],
  'flag.Float64': [pointerTo(basic('float64'))],
  'flag.Duration': [pointerTo(duration)],
};

/** `*a/b.T` or `a/b.T`, as Go prints it. */
function typeOfText(text: string): Type {
  if (text.startsWith('*')) return pointerTo(typeOfText(text.slice(1)));
  return foreign(text.slice(0, text.lastIndexOf('.')), text.slice(text.lastIndexOf('.') + 1));
}

/** The result types of functions of other packages that rules speak of (pkg.go.dev). */
export const knownResults: Readonly<Record<string, readonly Type[]>> = {
  ...common,
  ...Object.fromEntries(Object.entries(libraryResults).map(([name, type]) => [name, [typeOfText(type)]])),
  'github.com/grafana/dskit/modules.NewManager': [pointer('github.com/grafana/dskit/modules', 'Manager')],
  'time.NewTicker': [{ kind: 'Pointer', elem: ticker }],
  'time.NewTimer': [{ kind: 'Pointer', elem: timer }],
  'time.AfterFunc': [{ kind: 'Pointer', elem: timer }],
  'time.Tick': [timeChannel],
  'time.After': [timeChannel],
  'sync.NewCond': [pointer('sync', 'Cond')],
  'os.Open': [file],
  'os.OpenFile': [file],
  'os.Create': [file],
  'os.CreateTemp': [file],
  'io/ioutil.TempFile': [file],
  'os.OpenRoot': [pointer('os', 'Root')],
  'os/exec.Command': [pointer('os/exec', 'Cmd')],
  'os/exec.CommandContext': [pointer('os/exec', 'Cmd')],
  'net/http.Get': [response],
  'net/http.Dir': [foreign('net/http', 'Dir')],
  'database/sql.Open': [database],
  'database/sql.OpenDB': [database],
  'github.com/jmoiron/sqlx.Open': [sqlxDatabase],
  'github.com/jmoiron/sqlx.Connect': [sqlxDatabase],
  'github.com/jmoiron/sqlx.ConnectContext': [sqlxDatabase],
  '(*database/sql.DB).Begin': [transaction],
  '(*database/sql.DB).BeginTx': [transaction],
  '(*database/sql.DB).Conn': [pointer('database/sql', 'Conn')],
  '(*database/sql.DB).Prepare': [pointer('database/sql', 'Stmt')],
  '(*database/sql.DB).PrepareContext': [pointer('database/sql', 'Stmt')],
  'net.Dial': [connection],
  'net.DialTimeout': [connection],
  'net.DialTCP': [pointer('net', 'TCPConn')],
  'net.DialUDP': [pointer('net', 'UDPConn')],
  'net.DialUnix': [pointer('net', 'UnixConn')],
  'net.ListenUDP': [pointer('net', 'UDPConn')],
  '(*net.TCPListener).AcceptTCP': [pointer('net', 'TCPConn')],
  '(*net.UnixListener).AcceptUnix': [pointer('net', 'UnixConn')],
  '(*net.Dialer).Dial': [connection],
  '(*net.Dialer).DialContext': [connection],
  'net.Listen': [listener],
  'net.ListenTCP': [pointer('net', 'TCPListener')],
  'net.ListenUnix': [pointer('net', 'UnixListener')],
  'crypto/tls.Listen': [listener],
  'crypto/tls.NewListener': [listener],
  'crypto/tls.Client': [pointer('crypto/tls', 'Conn')],
  'crypto/tls.Server': [pointer('crypto/tls', 'Conn')],
  '(net.Listener).Accept': [connection],
  'golang.org/x/crypto/ssh.Dial': [pointer('golang.org/x/crypto/ssh', 'Client')],
  'golang.org/x/crypto/ssh.NewClient': [pointer('golang.org/x/crypto/ssh', 'Client')],
};

/** The types of variables of other packages that rules speak of. */
export const knownVariables: Readonly<Record<string, Type>> = {
  'net/http.DefaultClient': pointer('net/http', 'Client'),
  'net/http.DefaultTransport': foreign('net/http', 'RoundTripper'),
  'github.com/gorilla/websocket.DefaultDialer': pointer('github.com/gorilla/websocket', 'Dialer'),
};

/** The types of fields of foreign types that rules speak of. */
export const knownFields: Readonly<Record<string, Type>> = {
  'time.Ticker.C': timeChannel,
  'time.Timer.C': timeChannel,
  'github.com/jmoiron/sqlx.DB.DB': database,
  'github.com/jmoiron/sqlx.Tx.Tx': transaction,
};

/** The names of the types above: of them a package may have values without a word of their type. */
export const knownTypeNames: ReadonlySet<string> = new Set(
  [...Object.values(knownResults).flat(), ...Object.values(knownVariables), ...Object.values(knownFields)].flatMap(
    (type) => nameOf(type),
  ),
);

function nameOf(type: Type | undefined): readonly string[] {
  if (type?.kind === 'Pointer') return nameOf(type.elem);
  return type?.kind === 'Foreign' ? [`${type.path}.${type.name}`] : [];
}
