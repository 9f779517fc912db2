package libraries

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/syslog"
	"net/smtp"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/dgraph-io/badger/v4"
	"github.com/docker/docker/client"
	"github.com/gomodule/redigo/redis"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/nats-io/nats.go"
	amqp "github.com/rabbitmq/amqp091-go"
	goredis "github.com/redis/go-redis/v9"
	"github.com/spf13/afero"
	"go.mongodb.org/mongo-driver/mongo"
)

type store struct {
	pool    *redis.Pool
	db      *badger.DB
	pg      *pgxpool.Pool
	users   *mongo.Collection
	objects *s3.Client
	cache   *goredis.Client
	docker  *client.Client
	files   afero.Fs
}

var errEmpty = errors.New("empty")

func newStore(addr string) *store {
	return &store{cache: goredis.NewClient(&goredis.Options{Addr: addr})}
}

// Whoever asks has the connection, and closes it.
func (s *store) conn() redis.Conn {
	return s.pool.Get()
}

func (s *store) name(key string) (string, error) {
	conn := s.conn()
	defer conn.Close()
	return redis.String(conn.Do("GET", key))
}

func (s *store) first(ctx context.Context, channel string) (string, error) {
	sub := s.cache.Subscribe(ctx, channel)
	defer sub.Close()
	message, err := sub.ReceiveMessage(ctx)
	if err != nil {
		return "", err
	}
	return message.Payload, nil
}

// Get of what is no pool gives nothing to close.
func (s *store) has(key []byte) bool {
	txn := s.db.NewTransaction(false)
	defer txn.Discard()
	_, err := txn.Get(key)
	return err == nil
}

// Either is closed by the one that it is of.
func drop(url, queue string) error {
	conn, err := amqp.Dial(url)
	if err != nil {
		return err
	}
	defer conn.Close()
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	_, err = ch.QueueDelete(queue, false, false, false)
	return err
}

func (s *store) alive(ctx context.Context) error {
	conn, err := s.pg.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	return conn.Ping(ctx)
}

// All closes the cursor (https://pkg.go.dev/go.mongodb.org/mongo-driver/mongo#Cursor.All).
func (s *store) all(ctx context.Context) (users []string, err error) {
	cur, err := s.users.Find(ctx, nil)
	if err != nil {
		return nil, err
	}
	err = cur.All(ctx, &users)
	return users, err
}

func (s *store) settings(ctx context.Context, in *s3.GetObjectInput, v any) error {
	out, err := s.objects.GetObject(ctx, in)
	if err != nil {
		return err
	}
	defer out.Body.Close()
	return json.NewDecoder(out.Body).Decode(v)
}

func (s *store) open(ctx context.Context, in *s3.GetObjectInput) (io.ReadCloser, error) {
	out, err := s.objects.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	return out.Body, nil
}

func (s *store) pull(ctx context.Context, image string) error {
	progress, err := s.docker.ImagePull(ctx, image, nil)
	if err != nil {
		return err
	}
	defer progress.Close()
	_, err = io.Copy(io.Discard, progress)
	return err
}

func (s *store) head(name string) ([]byte, error) {
	f, err := s.files.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	buf := make([]byte, 512)
	n, err := f.Read(buf)
	return buf[:n], err
}

func report(text string) error {
	w, err := syslog.New(syslog.LOG_ERR, "store")
	if err != nil {
		return err
	}
	defer w.Close()
	return w.Err(text)
}

func mail(addr, from string) error {
	c, err := smtp.Dial(addr)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.Mail(from); err != nil {
		return errEmpty
	}
	return c.Quit()
}

type consumer struct {
	conn *nats.Conn
	url  string
}

// What says that it is closed is not lost.
func (c *consumer) connect() (err error) {
	if c.conn == nil || c.conn.IsClosed() {
		c.conn, err = nats.Connect(c.url)
		if err != nil {
			return err
		}
	}
	return c.conn.Flush()
}

func (c *consumer) stop() {
	c.conn.Close()
}

// What is consumed comes through the channel, which ends with its connection.
func consume(conn *amqp.Connection, queue string) (<-chan string, error) {
	ch, err := conn.Channel()
	if err != nil {
		return nil, err
	}
	return ch.Consume(queue)
}
