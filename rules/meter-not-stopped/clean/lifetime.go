package fixture

import (
	"time"

	"github.com/patrickmn/go-cache"
	"github.com/rcrowley/go-metrics"
)

// What the package holds lives as long as the process.
var (
	requests = metrics.NewMeter()
	latency  = metrics.NewRegisteredTimer("latency", nil)
	shared   = newPair()
	late     *pair
	byKind   = map[string]metrics.Meter{}
)

type pair struct{ in, out metrics.Meter }

func newPair() *pair { return &pair{in: metrics.NewMeter(), out: metrics.NewMeter()} }

func init() {
	late = newPair()
	metrics.GetOrRegister("startup", metrics.NewMeter())
}

// A closed set of keys.
func fill() {
	byKind["read"] = metrics.NewMeter()
	byKind["write"] = metrics.NewMeter()
}

func stopped(work func()) float64 {
	m := metrics.NewMeter()
	defer m.Stop()
	work()
	m.Mark(1)
	return m.Rate1()
}

func handedOn(keep func(metrics.Meter)) metrics.Meter {
	m := metrics.NewMeter()
	keep(metrics.NewMeter())
	return m
}

type owner struct{ m metrics.Meter }

func newOwner() *owner { return &owner{m: metrics.NewMeter()} }

func (o *owner) Close() { o.m.Stop() }

// The callback stops what leaves the cache.
func entities() *cache.Cache {
	c := cache.New(time.Minute, time.Minute)
	c.OnEvicted(func(_ string, v interface{}) { v.(metrics.Meter).Stop() })
	return c
}

func track(c *cache.Cache, id string) { c.Set(id, metrics.NewMeter(), time.Hour) }
