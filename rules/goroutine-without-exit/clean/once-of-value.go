// Package fixture: a Once in a field of the one value that there is, and one of the package for a function of its own.
package fixture

import (
	"sync"
	"time"
)

type reporter struct {
	once sync.Once
	send func(time.Time)
}

var reports reporter

// Report starts the goroutine of the one reporter.
func Report() { reports.once.Do(reports.start) }

func (r *reporter) start() {
	go func() {
		for {
			time.Sleep(time.Minute)
			r.send(time.Now())
		}
	}()
}

var started sync.Once

// Refresh is called by everybody, and starts once.
func Refresh(load func()) {
	load()
	started.Do(refreshing)
}

func refreshing() {
	go refreshLoop(time.Minute)
}

func refreshLoop(every time.Duration) {
	for {
		time.Sleep(every)
	}
}

var clock = sync.OnceValue(newClock)

type ticking struct{ now time.Time }

func newClock() *ticking {
	t := &ticking{}
	go func() {
		for {
			time.Sleep(time.Second)
			t.now = time.Now()
		}
	}()
	return t
}

// Now is the time of the one clock.
func Now() time.Time { return clock().now }
