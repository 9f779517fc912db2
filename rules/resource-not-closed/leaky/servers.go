package servers

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/rpc"
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

func call(addr string) (answer int, err error) {
	client, err := rpc.Dial("tcp", addr) // want "warning: client \"client\" from rpc.Dial is not closed when the function returns" "note: rpc.Dial has no timeout"
	if err != nil {
		return 0, err
	}
	err = client.Call("Sums.Total", 1, &answer)
	return answer, err
}

func greet(addr string) error {
	conn, err := textproto.Dial("tcp", addr) // want "warning: client \"conn\" from textproto.Dial is not closed when the function returns"
	if err != nil {
		return err
	}
	return conn.PrintfLine("HELLO")
}

func object(ctx context.Context, client *storage.Client, bucket, name string) (int64, error) {
	reader, err := client.Bucket(bucket).Object(name).NewReader(ctx) // want "warning: stream \"reader\" from client.Bucket.bucket..Object.name..NewReader is not closed when the function returns"
	if err != nil {
		return 0, err
	}
	return reader.Size(), nil
}

func stored(ctx context.Context, client *minio.Client, bucket, name string) error {
	object, err := client.GetObject(ctx, bucket, name, minio.GetObjectOptions{}) // want "warning: stream \"object\" from client.GetObject is not closed when the function returns"
	if err != nil {
		return err
	}
	_, err = object.Stat()
	return err
}

func topics(addrs []string) ([]string, error) {
	consumer, err := sarama.NewConsumer(addrs, nil) // want "warning: connection \"consumer\" from sarama.NewConsumer is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	return consumer.Topics()
}

func partitions(ctx context.Context, addr string) (int, error) {
	conn, err := kafka.DialContext(ctx, "tcp", addr) // want "warning: connection \"conn\" from kafka.DialContext is not closed when the function returns"
	if err != nil {
		return 0, err
	}
	found, err := conn.ReadPartitions()
	return len(found), err
}

func publish(ctx context.Context, url string, payload []byte) error {
	client, err := pulsar.NewClient(pulsar.ClientOptions{URL: url}) // want "warning: connection \"client\" from pulsar.NewClient is not closed when the function returns"
	if err != nil {
		return err
	}
	producer, err := client.CreateProducer(pulsar.ProducerOptions{Topic: "news"})
	if err != nil {
		return fmt.Errorf("producer: %w", err)
	}
	defer producer.Close()
	_, err = producer.Send(ctx, &pulsar.ProducerMessage{Payload: payload})
	return err
}

func bind(url, user, word string) error {
	conn, err := ldap.DialURL(url) // want "warning: connection \"conn\" from ldap.DialURL is not closed when the function returns"
	if err != nil {
		return err
	}
	return conn.Bind(user, word)
}

func list(conn *ssh.Client, folder string) (int, error) {
	client, err := sftp.NewClient(conn) // want "warning: connection \"client\" from sftp.NewClient is not closed when the function returns"
	if err != nil {
		return 0, err
	}
	found, err := client.ReadDir(folder)
	return len(found), err
}

func exists(addrs []string, path string) (bool, error) {
	conn, _, err := zk.Connect(addrs, time.Second) // want "warning: connection \"conn\" from zk.Connect is not closed when the function returns"
	if err != nil {
		return false, err
	}
	found, _, err := conn.Exists(path)
	return found, err
}

func value(name string, key []byte) ([]byte, error) {
	db, err := bolt.Open(name, 0o600, nil)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	tx, err := db.Begin(false) // want "warning: transaction \"tx\" from db.Begin is not ended when the function returns"
	if err != nil {
		return nil, err
	}
	return tx.Bucket(key).Get(key), nil
}

func keys(name string) (n int, err error) {
	db, err := leveldb.OpenFile(name, nil)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	it := db.NewIterator(nil, nil) // want "warning: iterator \"it\" from db.NewIterator is not released when the function returns"
	for it.Next() {
		n++
	}
	return n, it.Error()
}

func sheets(name string) ([]string, error) {
	book, err := excelize.OpenFile(name) // want "warning: file \"book\" from excelize.OpenFile is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	return book.GetSheetList(), nil
}

func networks(name string) (bool, error) {
	db, err := maxminddb.Open(name) // want "warning: file \"db\" from maxminddb.Open is not closed when the function returns"
	if err != nil {
		return false, err
	}
	return db.Verify() == nil, nil
}

func kind(name string) (string, error) {
	db, err := geoip2.Open(name) // want "warning: file \"db\" from geoip2.Open is not closed when the function returns"
	if err != nil {
		return "", err
	}
	return db.Metadata().DatabaseType, nil
}

func first(name string) (string, error) {
	archive, err := rardecode.OpenReader(name, "") // want "warning: file \"archive\" from rardecode.OpenReader is not closed when the function returns"
	if err != nil {
		return "", err
	}
	header, err := archive.Next()
	if err != nil {
		return "", err
	}
	return header.Name, nil
}

func boots(folder string) (uint64, error) {
	journal, err := sdjournal.NewJournalFromDir(folder) // want "warning: journal \"journal\" from sdjournal.NewJournalFromDir is not closed when the function returns"
	if err != nil {
		return 0, err
	}
	return journal.Next()
}

func orders(db *gorm.DB, customer int) (n int, err error) {
	rows, err := db.Table("orders").Where("customer = ?", customer).Rows() // want "warning: result set \"rows\" from db.Table.*Rows is not closed when the function returns"
	if err != nil {
		return 0, err
	}
	if !rows.Next() {
		return 0, errNone
	}
	err = rows.Scan(&n)
	return n, err
}

func users(ctx context.Context, client *mongo.Client) (int, error) {
	cursor, err := client.Database("shop").Collection("users").Find(ctx, nil) // want "warning: cursor \"cursor\" from client.Database.*Find is not closed when the function returns"
	if err != nil {
		return 0, err
	}
	if !cursor.Next(ctx) {
		return 0, errNone
	}
	return cursor.RemainingBatchLength(), nil
}

// whole leaves nothing of the stream behind, which is worth a note.
func whole(ctx context.Context, object *storage.ObjectHandle) ([]byte, error) {
	reader, err := object.NewReader(ctx) // want "note: stream \"reader\" from object.NewReader is not closed when the function returns at line .*it is read to its end"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(reader)
}
