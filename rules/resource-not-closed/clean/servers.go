package servers

import (
	"context"
	"errors"
	"fmt"
	"net/textproto"
	"time"

	"cloud.google.com/go/storage"
	"github.com/IBM/sarama"
	"github.com/apache/pulsar-client-go/pulsar"
	"github.com/coreos/go-systemd/v22/sdjournal"
	"github.com/go-ldap/ldap/v3"
	"github.com/go-zookeeper/zk"
	"github.com/minio/minio-go/v7"
	"github.com/nwaples/rardecode"
	"github.com/oschwald/geoip2-golang"
	"github.com/oschwald/maxminddb-golang"
	"github.com/pkg/sftp"
	"github.com/segmentio/kafka-go"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/xuri/excelize/v2"
	bolt "go.etcd.io/bbolt"
	"go.mongodb.org/mongo-driver/mongo"
	"golang.org/x/crypto/ssh"
	"gorm.io/gorm"
)

var errNone = errors.New("none")

func greet(addr string) error {
	conn, err := textproto.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.PrintfLine("HELLO")
}

func object(ctx context.Context, client *storage.Client, bucket, name string) (int64, error) {
	reader, err := client.Bucket(bucket).Object(name).NewReader(ctx)
	if err != nil {
		return 0, err
	}
	defer reader.Close()
	return reader.Size(), nil
}

func stored(ctx context.Context, client *minio.Client, bucket, name string) error {
	object, err := client.GetObject(ctx, bucket, name, minio.GetObjectOptions{})
	if err != nil {
		return err
	}
	defer object.Close()
	_, err = object.Stat()
	return err
}

func topics(addrs []string) ([]string, error) {
	consumer, err := sarama.NewConsumer(addrs, nil)
	if err != nil {
		return nil, err
	}
	defer consumer.Close()
	return consumer.Topics()
}

func partitions(ctx context.Context, addr string) (int, error) {
	conn, err := kafka.DialContext(ctx, "tcp", addr)
	if err != nil {
		return 0, err
	}
	defer conn.Close()
	found, err := conn.ReadPartitions()
	return len(found), err
}

func publish(ctx context.Context, url string, payload []byte) error {
	client, err := pulsar.NewClient(pulsar.ClientOptions{URL: url})
	if err != nil {
		return err
	}
	defer client.Close()
	producer, err := client.CreateProducer(pulsar.ProducerOptions{Topic: "news"}) // its client ends it
	if err != nil {
		return fmt.Errorf("producer: %w", err)
	}
	_, err = producer.Send(ctx, &pulsar.ProducerMessage{Payload: payload})
	return err
}

func bind(url, user, word string) error {
	conn, err := ldap.DialURL(url)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Bind(user, word)
}

func list(conn *ssh.Client, folder string) (int, error) {
	client, err := sftp.NewClient(conn)
	if err != nil {
		return 0, err
	}
	defer client.Close()
	found, err := client.ReadDir(folder)
	return len(found), err
}

func exists(addrs []string, path string) (bool, error) {
	conn, _, err := zk.Connect(addrs, time.Second)
	if err != nil {
		return false, err
	}
	defer conn.Close()
	found, _, err := conn.Exists(path)
	return found, err
}

func value(name string, key []byte) ([]byte, error) {
	db, err := bolt.Open(name, 0o600, nil)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	tx, err := db.Begin(false)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	return tx.Bucket(key).Get(key), nil
}

func keys(name string) (n int, err error) {
	db, err := leveldb.OpenFile(name, nil)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	it := db.NewIterator(nil, nil)
	defer it.Release()
	for it.Next() {
		n++
	}
	return n, it.Error()
}

func sheets(name string) ([]string, error) {
	book, err := excelize.OpenFile(name)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	return book.GetSheetList(), nil
}

func networks(name string) (bool, error) {
	db, err := maxminddb.Open(name)
	if err != nil {
		return false, err
	}
	defer db.Close()
	return db.Verify() == nil, nil
}

func kind(name string) (string, error) {
	db, err := geoip2.Open(name)
	if err != nil {
		return "", err
	}
	defer db.Close()
	return db.Metadata().DatabaseType, nil
}

func first(name string) (string, error) {
	archive, err := rardecode.OpenReader(name, "")
	if err != nil {
		return "", err
	}
	defer archive.Close()
	header, err := archive.Next()
	if err != nil {
		return "", err
	}
	return header.Name, nil
}

func boots(folder string) (uint64, error) {
	journal, err := sdjournal.NewJournalFromDir(folder)
	if err != nil {
		return 0, err
	}
	defer journal.Close()
	return journal.Next()
}

func orders(db *gorm.DB, customer int) (n int, err error) {
	rows, err := db.Table("orders").Where("customer = ?", customer).Rows()
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	if !rows.Next() {
		return 0, errNone
	}
	err = rows.Scan(&n)
	return n, err
}

func users(ctx context.Context, client *mongo.Client) (int, error) {
	cursor, err := client.Database("shop").Collection("users").Find(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer cursor.Close(ctx)
	if !cursor.Next(ctx) {
		return 0, errNone
	}
	return cursor.RemainingBatchLength(), nil
}
