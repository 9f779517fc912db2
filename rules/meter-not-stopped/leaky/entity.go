package fixture

import (
	"sync"
	"time"

	"github.com/patrickmn/go-cache"
	"github.com/rcrowley/go-metrics"
)

// The first leak of the go-metrics and go-cache incident: one meter for each entity, and no Stop anywhere.
type rates struct {
	mu     sync.Mutex
	meters map[string]metrics.Meter
	cache  *cache.Cache
	seen   sync.Map
}

func (r *rates) mark(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	m, ok := r.meters[id]
	if !ok {
		m = metrics.NewMeter() // want "^warning: meter \"m\" from metrics.NewMeter is kept in r.meters, and nothing in this package stops what leaves it; the library keeps each meter until then$"
		r.meters[id] = m
	}
	m.Mark(1)
}

func (r *rates) forget(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.meters, id)
}

func (r *rates) expire(userID string) {
	r.cache.Set(userID, metrics.NewMeter(), time.Minute) // want "^warning: the meter from metrics.NewMeter is kept in r.cache, and nothing"
}

func (r *rates) latency(remoteAddr string) {
	r.seen.Store(remoteAddr, metrics.NewTimer()) // want "^warning: the meter from metrics.NewTimer is kept in r.seen, and nothing"
}
