package limiters

import (
	"sync"

	"golang.org/x/time/rate"
)

// Gate lets each address in a few times in a second.
type Gate struct {
	mu        sync.Mutex
	byAddr    map[string]*rate.Limiter
	perSecond rate.Limit
}

// NewGate makes one for a program.
func NewGate(perSecond float64) *Gate {
	return &Gate{byAddr: map[string]*rate.Limiter{}, perSecond: rate.Limit(perSecond)}
}

// Add makes the limiter of an address.
func (g *Gate) Add(ip string) *rate.Limiter {
	limiter := rate.NewLimiter(g.perSecond, 1)
	g.byAddr[ip] = limiter // want "warning: map \"Gate.byAddr\" only grows: Gate.Add stores under ip"
	return limiter
}

// Allow tells whether an address may come in.
func (g *Gate) Allow(ip string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	limiter, ok := g.byAddr[ip]
	if !ok {
		limiter = g.Add(ip)
	}
	return limiter.Allow()
}

type visit struct {
	limiter *rate.Limiter
	count   int
}

var (
	visits = map[string]*visit{}
	lock   sync.Mutex
)

// May counts, and tells whether there may be one more.
func May(key string) bool {
	lock.Lock()
	defer lock.Unlock()
	v := visits[key]
	if v == nil {
		visits[key] = &visit{limiter: rate.NewLimiter(1, 5)} // want "warning: map \"visits\" only grows: May stores under key"
		v = visits[key]
	}
	v.count++
	return v.limiter.Allow()
}
