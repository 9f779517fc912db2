// Package fixture: what takes and gives nothing has nothing of its own, and the only value of a package lives as long as it.
package fixture

import "time"

type cache struct{ entries map[string]string }

func newCache() *cache {
	c := &cache{entries: map[string]string{}}
	go func() {
		for {
			time.Sleep(time.Minute)
			clear(c.entries)
		}
	}()
	return c
}

var shared = newCache()

// Get asks the one cache.
func Get(key string) string { return shared.entries[key] }

// Setup may fail, and gives nothing else.
func Setup() error {
	go func() {
		for {
			time.Sleep(time.Hour)
			println(Get("now"))
		}
	}()
	return nil
}
