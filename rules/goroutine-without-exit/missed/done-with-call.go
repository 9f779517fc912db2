// Package fixture: missed, because nothing here starts run as a goroutine, and the clause does something about the end:
// that the loop goes on all the same may be meant.
package fixture

import "time"

// Session is kept by its owner.
type Session struct {
	done  chan struct{}
	flush func()
}

// Run goes on after the last flush.
func (s *Session) Run() {
	for {
		select {
		case <-s.done:
			s.flush()
		case <-time.After(time.Second):
			s.flush()
		}
	}
}
