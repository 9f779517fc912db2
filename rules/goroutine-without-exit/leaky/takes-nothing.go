// Package fixture: how often a constructor is called decides, not what it takes.
package fixture

import (
	"net/http"
	"time"
)

// Cache belongs to whoever makes it.
type Cache struct{ entries map[string]string }

// NewCache takes nothing, and may be called for each of many.
func NewCache() *Cache {
	c := &Cache{entries: map[string]string{}}
	go c.sweep()
	return c
}

func (c *Cache) sweep() {
	for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 15 outlives its owner"
		time.Sleep(time.Minute)
		clear(c.entries)
	}
}

// What a handler calls runs for each request, whatever it takes and gives.
func count() {
	go func() {
		for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 28 outlives its owner"
			time.Sleep(time.Minute)
		}
	}()
}

// Serve counts.
func Serve(w http.ResponseWriter, r *http.Request) {
	count()
}

//oracle:goroutines NewCache()
