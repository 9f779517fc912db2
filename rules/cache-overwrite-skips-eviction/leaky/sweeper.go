package fixture

import (
	"io"
	"time"

	"github.com/patrickmn/go-cache"
)

type stapler struct{ cache cache.Cache }

func newStapler() *stapler {
	return &stapler{
		cache: *cache.New(time.Hour, 5*time.Minute), // want "^warning: the cache from cache.New is copied by value: its sweeper is stopped"
	}
}

func unswept(conn io.Closer) *cache.Cache {
	c := cache.New(time.Hour, 0) // want "^warning: the cache from cache.New has no sweep interval, and nothing in this package calls DeleteExpired: expired entries stay"
	c.OnEvicted(func(_ string, v interface{}) { v.(io.Closer).Close() })
	return c
}
