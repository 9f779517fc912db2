package fixture

import (
	"time"

	"github.com/patrickmn/go-cache"
	"github.com/rcrowley/go-metrics"
)

type rates struct{ meters *cache.Cache }

// The second leak of the go-metrics and go-cache incident: what has expired, and is set again before the sweeper comes,
// is never stopped.
func newRates() *rates {
	r := &rates{meters: cache.New(5*time.Minute, 10*time.Minute)}
	r.meters.OnEvicted(func(_ string, v interface{}) {
		v.(metrics.Meter).Stop()
	})
	return r
}

func (r *rates) mark(name string) {
	if m, ok := r.meters.Get(name); ok {
		m.(metrics.Meter).Mark(1)
		return
	}
	m := metrics.NewMeter()
	r.meters.Set(name, m, cache.DefaultExpiration) // want "^warning: r.meters.Set replaces the old value of name without the callback at line 16, which calls Stop on the value: one that has expired, but is not swept yet, is lost \(often: entries live 5 \* time.Minute, the sweeper comes every 10 \* time.Minute\)$"
	m.Mark(1)
}

func (r *rates) reset() {
	r.meters.Flush() // want "^warning: r.meters.Flush drops all values without the callback at line 16, which calls Stop on the value$"
}
