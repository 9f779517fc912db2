package fixture

import (
	"io"
	"time"

	"github.com/patrickmn/go-cache"
)

type byHand struct{ cache *cache.Cache }

// Swept by hand.
func newByHand() *byHand {
	c := cache.New(time.Hour, -1)
	c.OnEvicted(func(_ string, v interface{}) { v.(io.Closer).Close() })
	return &byHand{cache: c}
}

func (b *byHand) sweep() { b.cache.DeleteExpired() }

// Nothing expires, so that nothing has to be swept, and a copy loses nothing.
func forEver() cache.Cache {
	c := cache.New(cache.NoExpiration, 0)
	c.OnEvicted(func(_ string, v interface{}) { v.(io.Closer).Close() })
	return *cache.New(cache.NoExpiration, 0)
}
