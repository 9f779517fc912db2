// Package throughput measures how much each client sends, for as long as it sends.
package throughput

import (
	"sync"
	"time"

	"github.com/patrickmn/go-cache"
	"github.com/rcrowley/go-metrics"
)

// Clients holds a meter for each client that was heard of lately.
type Clients struct {
	mu     sync.Mutex
	meters *cache.Cache
}

// New forgets a client that was silent for so long, at the next sweep.
func New(silence, sweep time.Duration) *Clients {
	meters := cache.New(silence, sweep)
	meters.OnEvicted(func(_ string, evicted interface{}) {
		evicted.(metrics.Meter).Stop()
	})
	return &Clients{meters: meters}
}

// Mark counts what a client has sent, in bytes.
func (c *Clients) Mark(client string, bytes int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.meters.Get(client); !ok {
		// An expired meter may be here still, unseen by Get: Delete calls OnEvicted for it, SetDefault would not.
		c.meters.Delete(client)
		c.meters.SetDefault(client, metrics.NewMeter())
	}
	if found, ok := c.meters.Get(client); ok {
		found.(metrics.Meter).Mark(bytes)
	}
}
