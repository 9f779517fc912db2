// Package fixture: that another type stops its field of that name says nothing of this one's.
package fixture

import "time"

type stopping struct {
	tick *time.Ticker
	done chan struct{}
}

func newStopping(done chan struct{}) *stopping {
	return &stopping{tick: time.NewTicker(time.Second), done: done}
}

func (s *stopping) close() { s.tick.Stop() }

type forgetting struct {
	tick *time.Ticker
	done chan struct{}
}

func newForgetting(done chan struct{}) *forgetting {
	return &forgetting{tick: time.NewTicker(time.Second), done: done} // want "warning: .*field .tick."
}

func (f *forgetting) serve(work func()) {
	for {
		select {
		case <-f.tick.C:
			work()
		case <-f.done:
			return
		}
	}
}
