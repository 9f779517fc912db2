package fixture

import (
	"net"
	"os"
	"sync"
	"time"

	"github.com/bluele/gcache"
	"github.com/golang/groupcache/lru"
	golru "github.com/hashicorp/golang-lru/v2"
	"github.com/hashicorp/golang-lru/v2/expirable"
)

type conns struct {
	cache *golru.Cache[string, net.Conn]
}

func newConns() (*conns, error) {
	cache, err := golru.NewWithEvict[string, net.Conn](100, func(_ string, c net.Conn) { c.Close() })
	if err != nil {
		return nil, err
	}
	return &conns{cache: cache}, nil
}

func (c *conns) dial(addr string) error {
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return err
	}
	c.cache.Add(addr, conn) // want "^warning: c.cache.Add replaces the old value of addr without the callback at line 20, which calls Close on the value$"
	return nil
}

// Expired entries are not found, so that asking does not help.
type handles struct {
	cache *expirable.LRU[string, *os.File]
}

func newHandles() *handles {
	return &handles{cache: expirable.NewLRU[string, *os.File](10, func(_ string, f *os.File) { _ = f.Close() }, time.Minute)}
}

func (h *handles) open(path string) (*os.File, error) {
	if f, ok := h.cache.Get(path); ok {
		return f, nil
	}
	f, err := os.Open(path)
	if err == nil {
		h.cache.Add(path, f) // want "^warning: h.cache.Add replaces the old value of path without the callback at line 42, which calls Close on the value: one that has expired"
	}
	return f, err
}

type group struct{ lru *lru.Cache }

func newGroup() *group {
	c := lru.New(10)
	c.OnEvicted = func(_ lru.Key, value interface{}) { value.(*os.File).Close() }
	return &group{lru: c}
}

func (g *group) add(path string, f *os.File) {
	g.lru.Add(path, f) // want "^warning: g.lru.Add replaces the old value of path without the callback at line 60, which calls Close on the value$"
}

type built struct{ cache gcache.Cache }

func newBuilt() *built {
	return &built{cache: gcache.New(20).LRU().EvictedFunc(func(_, value interface{}) { os.Remove(value.(string)) }).Build()}
}

func (b *built) add(key string, path string) {
	b.cache.Set(key, path) // want "^warning: b.cache.Set replaces the old value of key without the callback at line 71, which calls Remove on the value$"
}

type clients struct {
	cache *golru.Cache[string, *client]
}

type client struct{ broken bool }

func (c *client) Close() error { return nil }

func newClients() (*clients, error) {
	cache, err := golru.NewWithEvict(10, func(_ string, c *client) { go c.Close() })
	return &clients{cache: cache}, err
}

// What is found, and found wanting, is replaced.
func (c *clients) get(addr string) *client {
	if found, ok := c.cache.Get(addr); ok {
		if !found.broken {
			return found
		}
	}
	fresh := &client{}
	c.cache.Add(addr, fresh) // want "^warning: c.cache.Add replaces the old value of addr without the callback at line 87, which calls Close on the value$"
	return fresh
}

type guarded struct {
	mu    sync.Mutex
	cache *golru.Cache[string, *os.File]
}

func newGuarded() *guarded {
	cache, _ := golru.NewWithEvict(10, func(_ string, f *os.File) { f.Close() })
	return &guarded{cache: cache}
}

// Two goroutines can miss, open, and add one after the other.
func (g *guarded) open(path string) (*os.File, error) {
	g.mu.Lock()
	if f, ok := g.cache.Get(path); ok {
		g.mu.Unlock()
		return f, nil
	}
	g.mu.Unlock()
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	g.mu.Lock()
	g.cache.Add(path, f) // want "^warning: g.cache.Add replaces the old value of path without the callback at line 109, which calls Close on the value: since the lock was released, another goroutine may have put one there$"
	g.mu.Unlock()
	return f, nil
}
