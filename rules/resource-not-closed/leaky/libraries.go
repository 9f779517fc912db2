package libraries

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/syslog"
	"net/smtp"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/dgraph-io/badger/v4"
	"github.com/docker/docker/client"
	"github.com/gomodule/redigo/redis"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/nats-io/nats.go"
	"github.com/panjf2000/ants/v2"
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
	broker  *amqp.Connection
	files   afero.Fs
}

var errEmpty = errors.New("empty")

// A pool with a limit has no connection left after some calls.
func (s *store) name(key string) (string, error) {
	conn := s.pool.Get() // want "warning: connection \"conn\" from s.pool.Get is not closed when the function returns"
	return redis.String(conn.Do("GET", key))
}

func (s *store) first(ctx context.Context, channel string) (string, error) {
	sub := s.cache.Subscribe(ctx, channel) // want "warning: subscription \"sub\" from s.cache.Subscribe is not closed when the function returns"
	message, err := sub.ReceiveMessage(ctx)
	if err != nil {
		return "", err
	}
	return message.Payload, nil
}

func ping(ctx context.Context, addr string) error {
	c := goredis.NewClient(&goredis.Options{Addr: addr}) // want "warning: client \"c\" from goredis.NewClient is not closed when the function returns"
	return c.Ping(ctx)
}

func (s *store) has(key []byte) bool {
	txn := s.db.NewTransaction(false) // want "warning: transaction \"txn\" from s.db.NewTransaction is not discarded when the function returns"
	_, err := txn.Get(key)
	return err == nil
}

func count(txn *badger.Txn, limit int) (n int, err error) {
	it := txn.NewIterator(badger.IteratorOptions{}) // want "warning: iterator \"it\" from txn.NewIterator is not closed when the function returns"
	for it.Rewind(); it.Valid(); it.Next() {
		if n++; n > limit {
			return 0, errEmpty
		}
	}
	it.Close()
	return n, nil
}

func drop(url, queue string) error {
	conn, err := amqp.Dial(url) // want "warning: connection \"conn\" from amqp.Dial is not closed when the function returns"
	if err != nil {
		return err
	}
	ch, err := conn.Channel()
	if err != nil {
		return fmt.Errorf("channel: %w", err)
	}
	defer ch.Close()
	_, err = ch.QueueDelete(queue, false, false, false)
	return err
}

func (s *store) purge(queue string) error {
	ch, err := s.broker.Channel() // want "warning: channel \"ch\" from s.broker.Channel is not closed when the function returns"
	if err != nil {
		return err
	}
	_, err = ch.QueueDelete(queue, false, true, false)
	return err
}

func (s *store) alive(ctx context.Context) error {
	conn, err := s.pg.Acquire(ctx) // want "warning: connection \"conn\" from s.pg.Acquire is not released when the function returns"
	if err != nil {
		return err
	}
	return conn.Ping(ctx)
}

func (s *store) admin(ctx context.Context) (user struct{ Name string }, err error) {
	cur, err := s.users.Find(ctx, "admin") // want "warning: cursor \"cur\" from s.users.Find is not closed when the function returns"
	if err != nil {
		return user, err
	}
	if !cur.Next(ctx) {
		return user, errEmpty
	}
	err = cur.Decode(&user)
	return user, err
}

func (s *store) settings(ctx context.Context, in *s3.GetObjectInput, v any) error {
	out, err := s.objects.GetObject(ctx, in) // want "warning: response body \"out\" from s.objects.GetObject is not closed when the function returns"
	if err != nil {
		return err
	}
	return json.NewDecoder(out.Body).Decode(v)
}

func (s *store) pull(ctx context.Context, image string) error {
	progress, err := s.docker.ImagePull(ctx, image, nil) // want "warning: stream \"progress\" from s.docker.ImagePull is not closed when the function returns"
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, progress)
	return err
}

func (s *store) head(name string) ([]byte, error) {
	f, err := s.files.Open(name) // want "warning: file \"f\" from s.files.Open is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	buf := make([]byte, 512)
	n, err := f.Read(buf)
	return buf[:n], err
}

func workAll(tasks []func()) error {
	p, err := ants.NewPool(8) // want "warning: pool \"p\" from ants.NewPool is not released when the function returns"
	if err != nil {
		return err
	}
	for _, task := range tasks {
		if err := p.Submit(task); err != nil {
			return err
		}
	}
	time.Sleep(time.Second)
	return nil
}

func report(text string) error {
	w, err := syslog.New(syslog.LOG_ERR, "store") // want "warning: client \"w\" from syslog.New is not closed when the function returns"
	if err != nil {
		return err
	}
	return w.Err(text)
}

func mail(addr, from string) error {
	c, err := smtp.Dial(addr) // want "note: client \"c\" from smtp.Dial is not closed when the function returns"
	if err != nil {
		return err
	}
	if err := c.Mail(from); err != nil {
		return err
	}
	return c.Quit()
}

type consumer struct {
	conn *nats.Conn
	url  string
}

func (c *consumer) connect() (err error) {
	if c.conn == nil || !c.conn.IsConnected() {
		c.conn, err = nats.Connect(c.url) // want "warning: connection \"c.conn\" from nats.Connect is not closed before \"c.conn\" is given another value"
		if err != nil {
			return err
		}
	}
	return c.conn.Flush()
}

func (c *consumer) stop() {
	c.conn.Close()
}
