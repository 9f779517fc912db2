package limiters

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Gate forgets addresses that have not come for a while.
type Gate struct {
	mu     sync.Mutex
	byAddr map[string]*visit
}

type visit struct {
	limiter *rate.Limiter
	last    time.Time
}

// Allow tells whether an address may come in.
func (g *Gate) Allow(ip string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	v, ok := g.byAddr[ip]
	if !ok {
		v = &visit{limiter: rate.NewLimiter(1, 5)}
		g.byAddr[ip] = v
	}
	v.last = time.Now()
	return v.limiter.Allow()
}

// Sweep is called each minute.
func (g *Gate) Sweep() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for ip, v := range g.byAddr {
		if time.Since(v.last) > time.Hour {
			delete(g.byAddr, ip)
		}
	}
}

// Limits holds one for each of the sources in a configuration.
type Limits struct{ bySource map[string]*rate.Limiter }

// New reads them.
func New(perSecond map[string]float64) *Limits {
	l := &Limits{bySource: map[string]*rate.Limiter{}}
	for source, limit := range perSecond {
		l.bySource[source] = rate.NewLimiter(rate.Limit(limit), 1)
	}
	return l
}

// Set gives a source another one.
func (l *Limits) Set(source string, limit float64) {
	l.bySource[source] = rate.NewLimiter(rate.Limit(limit), 1)
}
