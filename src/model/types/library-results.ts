/** A path and its major versions. */
const versions = (path: string, ...majors: readonly number[]): readonly string[] => [
  path, ...majors.map((major) => `${path}/v${major}`),
];

/** By functions and methods, as Go prints them, the type of their first result; `NAME` stands for each of the paths. */
const results = (paths: readonly string[], table: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  paths.flatMap((path) =>
    Object.entries(table).map(([name, type]) => [name.replace('NAME', path), type.replace('NAME', path)] as const));

/** Methods of one type that give that type again: `db.Where(…).Order(…)`. */
const chained = (type: string, ...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [`(${type}).${name}`, type]));

/**
 * What functions and methods of libraries give that give no resource themselves, but something that gives one:
 * https://pkg.go.dev/cloud.google.com/go/storage#Client.Bucket, https://pkg.go.dev/go.mongodb.org/mongo-driver/mongo#Client.Database,
 * https://pkg.go.dev/github.com/dgraph-io/badger/v4#Open, https://pkg.go.dev/github.com/syndtr/goleveldb/leveldb#OpenFile,
 * https://pkg.go.dev/go.etcd.io/bbolt#Open, https://pkg.go.dev/github.com/redis/go-redis/v9#NewClient,
 * https://pkg.go.dev/github.com/jackc/pgx/v5/pgxpool#New, https://pkg.go.dev/github.com/rabbitmq/amqp091-go#Dial,
 * https://pkg.go.dev/github.com/IBM/sarama#NewConsumer, https://pkg.go.dev/github.com/apache/pulsar-client-go/pulsar#NewClient,
 * https://pkg.go.dev/github.com/minio/minio-go/v7#New, https://pkg.go.dev/github.com/docker/docker/client#NewClientWithOpts,
 * https://pkg.go.dev/github.com/aws/aws-sdk-go-v2/service/s3#NewFromConfig, https://pkg.go.dev/github.com/aws/aws-sdk-go/service/s3#New,
 * https://pkg.go.dev/gorm.io/gorm#Open, https://pkg.go.dev/github.com/pkg/sftp#NewClient.
 */
export const libraryResults: Readonly<Record<string, string>> = Object.fromEntries([
  ...results(['cloud.google.com/go/storage'], {
    'NAME.NewClient': '*NAME.Client',
    '(*NAME.Client).Bucket': '*NAME.BucketHandle',
    '(*NAME.BucketHandle).Object': '*NAME.ObjectHandle',
    ...chained('*NAME.ObjectHandle', 'ReadCompressed', 'If', 'Generation', 'Key', 'Retryer'),
  }),
  ...results(versions('go.mongodb.org/mongo-driver', 2), {
    'NAME/mongo.Connect': '*NAME/mongo.Client',
    'NAME/mongo.NewClient': '*NAME/mongo.Client',
    '(*NAME/mongo.Client).Database': '*NAME/mongo.Database',
    '(*NAME/mongo.Database).Collection': '*NAME/mongo.Collection',
  }),
  ...results(versions('github.com/dgraph-io/badger', 2, 3, 4), {
    'NAME.Open': '*NAME.DB',
    'NAME.OpenManaged': '*NAME.DB',
    '(*NAME.DB).NewTransaction': '*NAME.Txn',
    '(*NAME.DB).NewTransactionAt': '*NAME.Txn',
  }),
  ...results(['github.com/syndtr/goleveldb/leveldb'], {
    'NAME.OpenFile': '*NAME.DB',
    'NAME.Open': '*NAME.DB',
    'NAME.RecoverFile': '*NAME.DB',
    '(*NAME.DB).GetSnapshot': '*NAME.Snapshot',
    '(*NAME.DB).OpenTransaction': '*NAME.Transaction',
  }),
  ...results(['go.etcd.io/bbolt', 'github.com/boltdb/bolt', 'github.com/coreos/bbolt'], { 'NAME.Open': '*NAME.DB' }),
  ...results(['github.com/redis/go-redis/v9', ...versions('github.com/go-redis/redis', 7, 8)], {
    'NAME.NewClient': '*NAME.Client',
    'NAME.NewFailoverClient': '*NAME.Client',
    'NAME.NewClusterClient': '*NAME.ClusterClient',
    'NAME.NewRing': '*NAME.Ring',
    'NAME.NewUniversalClient': 'NAME.UniversalClient',
  }),
  ...results(['github.com/gomodule/redigo/redis', 'github.com/garyburd/redigo/redis'], { 'NAME.NewPool': '*NAME.Pool' }),
  ...results(['github.com/jackc/pgx/v4/pgxpool', 'github.com/jackc/pgx/v5/pgxpool'], {
    'NAME.New': '*NAME.Pool',
    'NAME.NewWithConfig': '*NAME.Pool',
    'NAME.Connect': '*NAME.Pool',
    'NAME.ConnectConfig': '*NAME.Pool',
  }),
  ...results(['github.com/jackc/pgx/v4', 'github.com/jackc/pgx/v5'], { 'NAME.Connect': '*NAME.Conn' }),
  ...results(['xorm.io/xorm', 'github.com/go-xorm/xorm'], { 'NAME.NewEngine': '*NAME.Engine' }),
  ...results(['github.com/rabbitmq/amqp091-go', 'github.com/streadway/amqp'], {
    'NAME.Dial': '*NAME.Connection',
    'NAME.DialTLS': '*NAME.Connection',
    'NAME.DialConfig': '*NAME.Connection',
  }),
  ...results(['github.com/IBM/sarama', 'github.com/Shopify/sarama'], {
    'NAME.NewClient': 'NAME.Client',
    'NAME.NewConsumer': 'NAME.Consumer',
    'NAME.NewConsumerFromClient': 'NAME.Consumer',
  }),
  ...results(['github.com/apache/pulsar-client-go/pulsar'], { 'NAME.NewClient': 'NAME.Client' }),
  ...results(versions('github.com/minio/minio-go', 6, 7), {
    'NAME.New': '*NAME.Client',
    'NAME.NewWithOptions': '*NAME.Client',
    'NAME.NewWithRegion': '*NAME.Client',
  }),
  ...results(['github.com/docker/docker/client'], {
    'NAME.NewClientWithOpts': '*NAME.Client',
    'NAME.NewEnvClient': '*NAME.Client',
    'NAME.NewClient': '*NAME.Client',
  }),
  ...results(['github.com/aws/aws-sdk-go-v2/service/s3'], { 'NAME.NewFromConfig': '*NAME.Client', 'NAME.New': '*NAME.Client' }),
  ...results(['github.com/aws/aws-sdk-go/service/s3'], { 'NAME.New': '*NAME.S3' }),
  ...results(['gorm.io/gorm', 'github.com/jinzhu/gorm'], {
    'NAME.Open': '*NAME.DB',
    ...chained('*NAME.DB', 'Raw', 'Model', 'Table', 'Where', 'Select', 'Order', 'Joins', 'Group', 'Having', 'Limit', 'Offset', 'Not', 'Or',
      'Debug', 'WithContext', 'Session', 'Unscoped', 'Scopes', 'Preload', 'Distinct', 'Clauses'),
  }),
  ...results(['github.com/pkg/sftp'], { 'NAME.NewClient': '*NAME.Client' }),
  ...results(['github.com/spf13/afero'], { 'NAME.NewOsFs': 'NAME.Fs' }),
  ...results(['github.com/jmoiron/sqlx'], { 'NAME.MustConnect': '*NAME.DB', 'NAME.MustOpen': '*NAME.DB', 'NAME.NewDb': '*NAME.DB' }),
]);
