import type { ResourceKind } from '../../src/engines/obligation/rule.ts';
import { closed, held } from './closed.ts';
import { each, versions } from './paths.ts';

const amqp = ['github.com/rabbitmq/amqp091-go', 'github.com/streadway/amqp'];
const sarama = ['github.com/IBM/sarama', 'github.com/Shopify/sarama'];
const kafkaGo = 'github.com/segmentio/kafka-go';
const pulsar = 'github.com/apache/pulsar-client-go/pulsar';
const websocket = ['github.com/coder/websocket', 'nhooyr.io/websocket'];
const ldap = versions('github.com/go-ldap/ldap', 3);

/**
 * Connections to brokers and servers, each with goroutines of its own: https://pkg.go.dev/github.com/rabbitmq/amqp091-go#Connection.Close,
 * https://pkg.go.dev/github.com/IBM/sarama#Client, https://pkg.go.dev/github.com/segmentio/kafka-go#DialLeader,
 * https://pkg.go.dev/github.com/nats-io/nats.go#Conn.Close, https://pkg.go.dev/github.com/apache/pulsar-client-go/pulsar#Client,
 * https://pkg.go.dev/github.com/go-ldap/ldap/v3#Conn.Close,
 * https://pkg.go.dev/github.com/pkg/sftp#Client.Close, https://pkg.go.dev/github.com/go-zookeeper/zk#Conn.Close,
 * https://pkg.go.dev/go.etcd.io/etcd/client/v3/concurrency#Session.Close.
 */
const connections: ResourceKind = {
  ...closed,
  noun: 'connection',
  release: ['Close', 'AsyncClose', 'Drain', 'CloseDeadline', 'CloseWithError', 'Orphan'],
  acquire: [
    ...each(amqp, 'NAME.Dial', 'NAME.DialTLS', 'NAME.DialConfig'),
    ...each(sarama, 'NAME.NewClient', 'NAME.NewConsumer', 'NAME.NewConsumerFromClient', 'NAME.NewSyncProducer', 'NAME.NewAsyncProducer',
      'NAME.NewSyncProducerFromClient', 'NAME.NewAsyncProducerFromClient', 'NAME.NewConsumerGroup', 'NAME.NewClusterAdmin',
      '(NAME.Consumer).ConsumePartition'),
    ...each([kafkaGo], 'NAME.Dial', 'NAME.DialContext', 'NAME.DialLeader'),
    'github.com/nats-io/nats.go.Connect', 'github.com/nats-io/go-nats.Connect',
    ...each([pulsar], 'NAME.NewClient', '(NAME.Client).CreateProducer', '(NAME.Client).Subscribe', '(NAME.Client).CreateReader'),
    'golang.org/x/net/websocket.Dial', 'golang.org/x/net/websocket.DialConfig',
    ...each(ldap, 'NAME.Dial', 'NAME.DialTLS', 'NAME.DialURL'),
    'github.com/pkg/sftp.NewClient', 'github.com/go-zookeeper/zk.Connect', 'github.com/samuel/go-zookeeper/zk.Connect',
    'go.etcd.io/etcd/client/v3/concurrency.NewSession', 'go.etcd.io/etcd/clientv3/concurrency.NewSession',
  ],
  type: [
    ...each(amqp, '*NAME.Connection'),
    ...each(sarama, 'NAME.Client', 'NAME.Consumer', 'NAME.SyncProducer', 'NAME.AsyncProducer', 'NAME.ConsumerGroup', 'NAME.ClusterAdmin',
      'NAME.PartitionConsumer'),
    `*${kafkaGo}.Conn`, '*github.com/nats-io/nats.go.Conn', '*github.com/nats-io/go-nats.Conn',
    ...each([pulsar], 'NAME.Client', 'NAME.Producer', 'NAME.Consumer', 'NAME.Reader'),
    '*golang.org/x/net/websocket.Conn', ...each(ldap, '*NAME.Conn'), '*github.com/pkg/sftp.Client',
    '*github.com/go-zookeeper/zk.Conn', '*github.com/samuel/go-zookeeper/zk.Conn',
    '*go.etcd.io/etcd/client/v3/concurrency.Session', '*go.etcd.io/etcd/clientv3/concurrency.Session',
  ],
  handsOn: ['NetConn', 'UnderlyingConn'],
  // Of a client of Pulsar: https://pkg.go.dev/github.com/apache/pulsar-client-go/pulsar#Client
  endedWith: ['Close'],
};

/** Its Close takes a code and a reason (https://pkg.go.dev/github.com/coder/websocket#Conn.CloseNow). */
const coderWebsocket: ResourceKind = {
  ...closed,
  noun: 'connection',
  release: ['CloseNow', 'Close'],
  acquire: each(websocket, 'NAME.Dial', 'NAME.Accept'),
  type: each(websocket, '*NAME.Conn'),
};

/** It ends with its connection, which is meant to stay (https://pkg.go.dev/github.com/rabbitmq/amqp091-go#Channel.Close). */
const amqpChannel: ResourceKind = {
  ...closed,
  noun: 'channel',
  acquire: each(amqp, '(*NAME.Connection).Channel'),
  type: each(amqp, '*NAME.Channel'),
  handsOn: ['Consume', 'ConsumeWithContext'],
  endedWith: ['Close', 'CloseDeadline'],
};

/** A group of goroutines that fetch (https://pkg.go.dev/github.com/segmentio/kafka-go#Reader.Close). */
const kafkaReader: ResourceKind = { ...held, noun: 'reader', acquire: [`${kafkaGo}.NewReader`], type: `*${kafkaGo}.Reader` };

/** Connections to brokers and servers, and what is made with them. */
export const brokers: readonly ResourceKind[] = [connections, coderWebsocket, amqpChannel, kafkaReader];
