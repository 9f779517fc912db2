import type { ResourceKind } from '../../src/engines/obligation/rule.ts';
import { brokers } from './brokers.ts';
import { closed, drainedBy, fileVerbs, held } from './closed.ts';
import { each, versions } from './paths.ts';

// https://pkg.go.dev/net/rpc#Dial, net/rpc/jsonrpc, net/smtp, net/textproto, log/syslog: each is a connection.
const standard: ResourceKind = {
  ...closed,
  noun: 'client',
  release: ['Close', 'Quit'],
  acquire: [
    'net/rpc.Dial', 'net/rpc.DialHTTP', 'net/rpc.DialHTTPPath', 'net/rpc/jsonrpc.Dial', 'net/smtp.Dial',
    'net/textproto.Dial', 'log/syslog.Dial', 'log/syslog.New',
  ],
  type: ['*net/rpc.Client', '*net/smtp.Client', '*net/textproto.Conn', '*log/syslog.Writer'],
};

const redigo = ['github.com/gomodule/redigo/redis', 'github.com/garyburd/redigo/redis'];

/** A pool with a limit has none left in the end (https://pkg.go.dev/github.com/gomodule/redigo/redis#Pool.Get). */
const pooled: ResourceKind = {
  ...held,
  noun: 'connection',
  acquire: each(redigo, '(*NAME.Pool).Get'),
  type: each(redigo, 'NAME.Conn'),
};

const redigoDialed: ResourceKind = {
  ...closed,
  noun: 'connection',
  acquire: each(redigo, 'NAME.Dial', 'NAME.DialURL', 'NAME.DialTimeout', '(*NAME.Pool).GetContext'),
  type: each(redigo, 'NAME.Conn'),
};

const goRedis = ['github.com/redis/go-redis/v9', 'github.com/go-redis/redis', 'github.com/go-redis/redis/v7', 'github.com/go-redis/redis/v8'];
const goRedisClients = ['Client', 'ClusterClient', 'Ring'];

/** A connection of its own, and a goroutine once its channel is asked for (https://pkg.go.dev/github.com/redis/go-redis/v9#PubSub.Close). */
const subscription: ResourceKind = {
  ...held,
  noun: 'subscription',
  acquire: each(
    goRedis,
    ...[...goRedisClients.map((name) => `*NAME.${name}`), 'NAME.UniversalClient']
      .flatMap((type) => ['Subscribe', 'PSubscribe', 'SSubscribe'].map((name) => `(${type}).${name}`)),
  ),
  type: each(goRedis, '*NAME.PubSub'),
};

/** A pool of connections (https://pkg.go.dev/github.com/redis/go-redis/v9#Client.Close). */
const goRedisClient: ResourceKind = {
  ...held,
  noun: 'client',
  acquire: each(goRedis, 'NAME.NewClient', 'NAME.NewClusterClient', 'NAME.NewFailoverClient'),
  type: each(goRedis, ...goRedisClients.map((name) => `*NAME.${name}`)),
};

const badger = versions('github.com/dgraph-io/badger', 2, 3, 4);

/** Each keeps old versions of what it may read (https://pkg.go.dev/github.com/dgraph-io/badger/v4#DB.NewTransaction). */
const badgerTransaction: ResourceKind = {
  ...held,
  noun: 'transaction',
  released: 'discarded',
  release: ['Discard', 'Commit', 'CommitWith', 'CommitAt'],
  acquire: each(badger, '(*NAME.DB).NewTransaction', '(*NAME.DB).NewTransactionAt'),
  type: each(badger, '*NAME.Txn'),
};

const leveldb = 'github.com/syndtr/goleveldb/leveldb';

/** Iterators hold up the tables that they read: https://pkg.go.dev/github.com/dgraph-io/badger/v4#Txn.NewIterator */
const iterator: ResourceKind = {
  ...held,
  noun: 'iterator',
  acquire: each(badger, '(*NAME.Txn).NewIterator', '(*NAME.Txn).NewKeyIterator'),
  type: each(badger, '*NAME.Iterator'),
};

/** https://pkg.go.dev/github.com/syndtr/goleveldb/leveldb#DB.NewIterator */
const levelIterator: ResourceKind = {
  ...held,
  noun: 'iterator',
  released: 'released',
  release: ['Release'],
  acquire: each([leveldb], '(*NAME.DB).NewIterator', '(*NAME.Snapshot).NewIterator', '(*NAME.Transaction).NewIterator'),
  type: `${leveldb}/iterator.Iterator`,
};

/** https://pkg.go.dev/github.com/syndtr/goleveldb/leveldb#DB.GetSnapshot */
const snapshot: ResourceKind = {
  ...closed,
  noun: 'snapshot',
  released: 'released',
  release: ['Release'],
  acquire: [`(*${leveldb}.DB).GetSnapshot`],
  type: `*${leveldb}.Snapshot`,
};

const bolt = ['go.etcd.io/bbolt', 'github.com/boltdb/bolt', 'github.com/coreos/bbolt'];

/** A read transaction keeps freed pages, a writing one the lock (https://pkg.go.dev/go.etcd.io/bbolt#DB.Begin). */
const boltTransaction: ResourceKind = {
  ...closed,
  noun: 'transaction',
  released: 'ended',
  release: ['Rollback', 'Commit'],
  acquire: each(bolt, '(*NAME.DB).Begin'),
  type: each(bolt, '*NAME.Tx'),
};

const mongo = versions('go.mongodb.org/mongo-driver', 2).map((path) => `${path}/mongo`);

const cursors = each(
  mongo,
  ...['Find', 'Aggregate'].map((name) => `(*NAME.Collection).${name}`),
  ...['Aggregate', 'ListCollections'].map((name) => `(*NAME.Database).${name}`),
);

/** https://pkg.go.dev/go.mongodb.org/mongo-driver/mongo#Cursor.All closes it, and one that is at its end is closed on the server. */
const cursor: ResourceKind = {
  ...closed,
  noun: 'cursor',
  release: ['Close', 'All'],
  exhaustedBy: ['Next'],
  acquire: cursors,
  releaseArguments: Object.fromEntries(cursors.map((name) => [name, 0])),
  type: each(mongo, '*NAME.Cursor'),
};

const pgxpool = ['github.com/jackc/pgx/v4/pgxpool', 'github.com/jackc/pgx/v5/pgxpool'];

/** A pool that has lent all it has waits for ever (https://pkg.go.dev/github.com/jackc/pgx/v5/pgxpool#Pool.Acquire). */
const lent: ResourceKind = {
  ...closed,
  noun: 'connection',
  released: 'released',
  release: ['Release', 'Hijack'],
  acquire: each(pgxpool, '(*NAME.Pool).Acquire'),
  type: each(pgxpool, '*NAME.Conn'),
};

const xorm = ['xorm.io/xorm', 'github.com/go-xorm/xorm'];

/** It holds a connection of the pool once it is used in a transaction (https://pkg.go.dev/xorm.io/xorm#Engine.NewSession). */
const xormSession: ResourceKind = {
  ...held, noun: 'session', acquire: each(xorm, '(*NAME.Engine).NewSession'), type: each(xorm, '*NAME.Session'), emptyUntil: ['Begin', 'Prepare'],
};

const dockerClient = 'github.com/docker/docker/client';
const dockerClients = [`*${dockerClient}.Client`, `${dockerClient}.APIClient`, `${dockerClient}.CommonAPIClient`];

const minio = versions('github.com/minio/minio-go', 6, 7);

/**
 * What servers send is a body that stays open until it is closed: https://pkg.go.dev/github.com/minio/minio-go/v7#Client.GetObject,
 * https://pkg.go.dev/github.com/docker/docker/client#Client.ContainerLogs.
 */
const download: ResourceKind = {
  ...closed,
  noun: 'stream',
  acquire: [
    ...each(minio, '(*NAME.Client).GetObject'),
    ...dockerClients.flatMap((type) => ['ContainerLogs', 'ImagePull', 'ImagePush', 'ImageLoad', 'ImageSave', 'ContainerExport'].map((name) => `(${type}).${name}`)),
  ],
  type: [...each(minio, '*NAME.Object'), 'io.ReadCloser'],
};

const gcs = ['cloud.google.com/go/storage'];

/** The body of a response: https://pkg.go.dev/cloud.google.com/go/storage#Reader */
const blob: ResourceKind = {
  ...closed,
  noun: 'stream',
  acquire: each(gcs, '(*NAME.ObjectHandle).NewReader', '(*NAME.ObjectHandle).NewRangeReader'),
  type: each(gcs, '*NAME.Reader'),
  drainedBy,
};

const s3 = ['github.com/aws/aws-sdk-go-v2/service/s3', 'github.com/aws/aws-sdk-go/service/s3'];

/** https://pkg.go.dev/github.com/aws/aws-sdk-go-v2/service/s3#GetObjectOutput: its body is that of an HTTP response. */
const object: ResourceKind = {
  ...closed,
  noun: 'response body',
  acquire: [
    `(*${s3[0]}.Client).GetObject`, `(*${s3[1]}.S3).GetObject`, `(*${s3[1]}.S3).GetObjectWithContext`,
    `(${s3[1]}/s3iface.S3API).GetObject`, `(${s3[1]}/s3iface.S3API).GetObjectWithContext`,
  ],
  type: each(s3, '*NAME.GetObjectOutput'),
  part: 'Body',
  drainedBy,
};

const afero = 'github.com/spf13/afero';
const excelize = versions('github.com/xuri/excelize', 2);

/** https://pkg.go.dev/github.com/spf13/afero#Fs, https://pkg.go.dev/github.com/pkg/sftp#Client.Open, https://pkg.go.dev/github.com/xuri/excelize/v2#File.Close */
const opened: ResourceKind = {
  ...closed,
  noun: 'file',
  lenders: { verbs: fileVerbs, confidence: 'medium' },
  endedWith: ['Close'],
  acquire: [
    ...['Open', 'OpenFile', 'Create'].flatMap((name) => [`(${afero}.Fs).${name}`, `(*github.com/pkg/sftp.Client).${name}`]),
    ...each(excelize, 'NAME.OpenFile', 'NAME.OpenReader'),
    'github.com/oschwald/maxminddb-golang.Open', 'github.com/oschwald/geoip2-golang.Open', 'github.com/nwaples/rardecode.OpenReader',
  ],
  type: [
    `${afero}.File`, '*github.com/pkg/sftp.File', ...each(excelize, '*NAME.File'), '*github.com/oschwald/maxminddb-golang.Reader',
    '*github.com/oschwald/geoip2-golang.Reader', '*github.com/nwaples/rardecode.ReadCloser',
  ],
};

const journal = versions('github.com/coreos/go-systemd', 22).map((path) => `${path}/sdjournal`);

/** Descriptors of the journal's files: https://pkg.go.dev/github.com/coreos/go-systemd/v22/sdjournal#Journal.Close */
const journals: ResourceKind = {
  ...closed,
  noun: 'journal',
  acquire: each(journal, 'NAME.NewJournal', 'NAME.NewJournalFromDir', 'NAME.NewJournalFromFiles', 'NAME.NewJournalReader'),
  type: each(journal, '*NAME.Journal', '*NAME.JournalReader'),
};

const ants = versions('github.com/panjf2000/ants', 2);

/** https://pkg.go.dev/github.com/panjf2000/ants/v2#Pool.Release ends the goroutine that looks for idle workers. */
const pool: ResourceKind = {
  ...closed,
  noun: 'pool',
  released: 'released',
  release: ['Release', 'ReleaseTimeout'],
  acquire: each(ants, 'NAME.NewPool', 'NAME.NewPoolWithFunc'),
  type: each(ants, '*NAME.Pool', '*NAME.PoolWithFunc'),
};

/** Further clients and libraries whose values are to be released; each with the documentation that says so. */
export const libraries: readonly ResourceKind[] = [
  standard, pooled, redigoDialed, subscription, goRedisClient, badgerTransaction, iterator, levelIterator, snapshot, boltTransaction,
  cursor, lent, xormSession, ...brokers, download, blob, object, opened, journals, pool,
];
