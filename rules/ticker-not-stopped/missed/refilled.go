// Package fixture: missed, because Close stops what the field or the map holds at the end. Whether an earlier call has
// already put a ticker there depends on the order of the calls, which a package does not show.
package fixture

import "time"

type scheduler struct {
	period *time.Ticker
	byName map[string]*time.Ticker
}

func (s *scheduler) setPeriod(d time.Duration) {
	s.period = time.NewTicker(d)
}

func (s *scheduler) setNamed(name string, d time.Duration) {
	s.byName[name] = time.NewTicker(d)
}

// Close stops the last ones.
func (s *scheduler) Close() {
	s.period.Stop()
	for _, t := range s.byName {
		t.Stop()
	}
}
