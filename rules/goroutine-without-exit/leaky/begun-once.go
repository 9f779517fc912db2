package cleaners

import (
	"sync/atomic"
	"time"
)

type Cleaner struct {
	running atomic.Bool
	lines   []string
}

// New may be called for each user.
func New() *Cleaner { return &Cleaner{} }

// Kick begins one goroutine for each value, of which there may be many.
func (c *Cleaner) Kick(line string) {
	if !c.running.Load() {
		go c.run()
	}
	c.lines = append(c.lines[:0], line)
}

func (c *Cleaner) run() {
	if !c.running.CompareAndSwap(false, true) {
		return
	}
	for { // want "warning: this loop has no way out"
		time.Sleep(time.Minute)
		println(len(c.lines))
	}
}
