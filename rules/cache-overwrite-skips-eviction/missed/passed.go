package fixture

import (
	"io"
	"time"

	"github.com/patrickmn/go-cache"
)

func newCache() *cache.Cache {
	c := cache.New(time.Minute, time.Minute)
	c.OnEvicted(func(_ string, v interface{}) { v.(io.Closer).Close() })
	return c
}

// A cache that is passed on is not followed.
func put(c *cache.Cache, key string, conn io.Closer) { c.Set(key, conn, 0) }

func use(conn io.Closer) { put(newCache(), "key", conn) }

type item struct {
	key  string
	conn io.Closer
}

type items struct{ cache *cache.Cache }

func newItems() *items { return &items{cache: newCache()} }

// The value is a field of a parameter: it may be the one that is there.
func (i *items) put(it item) { i.cache.Set(it.key, it.conn, 0) }

// Numbers can stand for something, too: this one for an address of a pool.
type leases struct {
	cache *cache.Cache
	pool  interface{ Release(int) }
}

func newLeases() *leases {
	l := &leases{cache: cache.New(time.Minute, time.Minute)}
	l.cache.OnEvicted(func(_ string, v interface{}) { l.pool.Release(v.(int)) })
	return l
}

func (l *leases) offer(mac string, index uint64) { l.cache.Set(mac, int(index), time.Second) }

// The cache is made, and its callback set, in another package.
type Factory struct{ Conns *cache.Cache }

func (f *Factory) dial(addr string, conn io.Closer) { f.Conns.Set(addr, conn, 0) }
