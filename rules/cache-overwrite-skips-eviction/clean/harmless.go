package fixture

import (
	"io"
	"log"
	"sync/atomic"
	"time"

	"github.com/hashicorp/golang-lru/v2"
	"github.com/patrickmn/go-cache"
)

type index struct {
	cache *cache.Cache
	plain *cache.Cache
	keys  map[string]struct{}
	size  int
}

// No callback, or one that has no use for the value.
func newIndex() *index {
	i := &index{cache: cache.New(time.Minute, time.Minute), plain: cache.New(time.Minute, time.Minute), keys: map[string]struct{}{}}
	i.cache.OnEvicted(func(key string, v interface{}) {
		delete(i.keys, key)
		log.Printf("%s: %v is gone", key, v)
		i.size -= len(v.([]byte))
	})
	return i
}

func (i *index) put(key string, value []byte) {
	i.cache.Set(key, value, 0)
	i.plain.Set(key, value, 0)
	i.plain.Flush()
}

type conns struct{ cache *cache.Cache }

func newConns() *conns {
	c := cache.New(time.Minute, time.Minute)
	c.OnEvicted(func(_ string, v interface{}) { v.(io.Closer).Close() })
	return &conns{cache: c}
}

// The callback runs for the old value.
func (c *conns) replace(key string, conn io.Closer) {
	c.cache.Delete(key)
	c.cache.Set(key, conn, 0)
}

// The same value for a longer life.
func (c *conns) touch(key string) {
	if conn, ok := c.cache.Get(key); ok {
		c.cache.Set(key, conn, time.Hour)
	}
}

var last int64

// A key that was never there.
func (c *conns) add(conn io.Closer) {
	c.cache.Set(newID(), conn, 0)
	id := newID()
	c.cache.Set(id, conn, 0)
}

func newID() string { return string(rune(atomic.AddInt64(&last, 1))) }

func (c *conns) mark(key string) { c.cache.Set(key, true, 0) }

func (c *conns) clear() {
	for key := range c.cache.Items() {
		c.cache.Delete(key)
	}
	c.cache.Flush()
}

type bounded struct{ cache *lru.Cache[string, io.Closer] }

func newBounded() *bounded {
	cache, _ := lru.NewWithEvict(10, func(_ string, c io.Closer) { c.Close() })
	return &bounded{cache: cache}
}

// In a cache that hides nothing, asking is enough.
func (b *bounded) put(key string, make func() io.Closer) {
	if b.cache.Contains(key) {
		return
	}
	b.cache.Add(key, make())
}

func withoutCallback(key string, c io.Closer) {
	cache, _ := lru.New[string, io.Closer](10)
	cache.Add(key, c)
}

// What is found is closed by hand.
func (b *bounded) renew(key string, fresh io.Closer) {
	if old, ok := b.cache.Peek(key); ok {
		old.Close()
	}
	b.cache.Add(key, fresh)
}

func (b *bounded) get(key string, dial func() io.Closer) io.Closer {
	c, ok := b.cache.Get(key)
	if !ok {
		c = dial()
		b.cache.Add(key, c)
	}
	return c
}

type handles struct{ cache *lru.Cache[string, io.Closer] }

// Nothing is in a cache that has just been made.
func newHandles(key string, first io.Closer) (*handles, error) {
	c, err := lru.NewWithEvict(10, func(_ string, c io.Closer) { c.Close() })
	if err != nil {
		return nil, err
	}
	c.Add(key, first)
	return &handles{cache: c}, nil
}

func (h *handles) find(key string) (io.Closer, bool) { return h.cache.Get(key) }

// A method of its own asks before.
func (h *handles) open(key string, make func() io.Closer) io.Closer {
	if found, ok := h.find(key); ok {
		return found
	}
	made := make()
	h.cache.Add(key, made)
	return made
}
