// Package fixture: goroutines that may live as long as the process, and loops that no goroutine runs.
package fixture

import (
	"os"
	"sync"
	"time"
)

func init() {
	go func() {
		for {
			time.Sleep(time.Hour)
			println("still here")
		}
	}()
}

type clock struct{ now time.Time }

var (
	wall  = newClock(time.Second)
	start sync.Once
)

func newClock(every time.Duration) *clock {
	c := &clock{}
	go func() {
		for {
			c.now = time.Now()
			time.Sleep(every)
		}
	}()
	return c
}

// Now is the time of the one clock.
func Now() time.Time { return wall.now }

type reporter struct{ send func(time.Time) }

var reports reporter

// Report starts the one reporter.
func Report(send func(time.Time)) {
	start.Do(func() {
		reports.send = send
		go reports.loop()
	})
}

func (r *reporter) loop() {
	for {
		time.Sleep(time.Minute)
		r.send(Now())
	}
}

// Background takes nothing and belongs to nothing.
func Background() {
	go func() {
		for {
			time.Sleep(time.Hour)
			println(Now().String())
		}
	}()
}

// Serve blocks its caller, which knows.
func Serve(requests <-chan string, handle func(string)) {
	for {
		handle(<-requests)
	}
}

// Wait runs without ever waiting: that is another fault.
func Wait(ready func() bool) {
	go func() {
		for {
			ready()
		}
	}()
}

type sampler struct{ every time.Duration }

var theSampler *sampler

// NewSampler keeps the one value in a package variable.
func NewSampler(every time.Duration) *sampler {
	s := &sampler{every: every}
	theSampler = s
	go s.run()
	return s
}

func (s *sampler) run() {
	for {
		time.Sleep(s.every)
	}
}

// syncForEver needs no stop: it is fine to let it
// exit with the process.
func syncForEver(every time.Duration, do func()) {
	go func() {
		for {
			do()
			time.Sleep(every)
		}
	}()
}

// The process ends with the goroutine.
func guard(every time.Duration, do func()) {
	go func() {
		defer func() {
			println("cannot go on without the guard")
			os.Exit(1)
		}()
		for {
			do()
			time.Sleep(every)
		}
	}()
}

// Main is what a program's main calls.
func Main(every time.Duration) {
	go func() {
		for {
			time.Sleep(every)
		}
	}()
	select {}
}

type plugin struct {
	InitFn func(every time.Duration) error
}

func register(*plugin) {}

func init() {
	register(&plugin{
		InitFn: func(every time.Duration) error {
			go func() {
				for {
					time.Sleep(every)
				}
			}()
			return nil
		},
	})
}
