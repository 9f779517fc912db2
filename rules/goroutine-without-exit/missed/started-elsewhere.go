// Package fixture: missed, because another package starts Run as a goroutine, which this one does not show.
package fixture

import "time"

// Sweeper sweeps now and then.
type Sweeper struct{ Sweep func() }

// Run never comes back; its owner writes go s.Run().
func (s *Sweeper) Run() {
	for {
		time.Sleep(time.Minute)
		s.Sweep()
	}
}
