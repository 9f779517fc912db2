// Package fixture: the owner keeps its ticker in a field, its loop can end, and no method stops the field.
package fixture

import "time"

type session struct {
	beat *time.Ticker
	done chan struct{}
}

func openSession(done chan struct{}) *session {
	s := &session{done: done}
	s.beat = time.NewTicker(time.Second) // want "warning: .*field .beat."
	return s
}

func (s *session) serve(work func()) {
	for {
		select {
		case <-s.beat.C:
			work()
		case <-s.done:
			return
		}
	}
}

type collector struct {
	period *time.Ticker
	other  *time.Timer
	done   chan struct{}
}

func newCollector(d time.Duration) *collector {
	return &collector{
		period: time.NewTicker(d), // want "warning: .*field .period."
		other:  time.NewTimer(d),
		done:   make(chan struct{}),
	}
}

func (c *collector) run(collect func()) {
	for {
		select {
		case <-c.period.C:
			collect()
		case <-c.other.C:
		case <-c.done:
			c.other.Stop()
			return
		}
	}
}

// Close stops the other field.
func (c *collector) Close() {
	c.other.Stop()
	close(c.done)
}
