package fixture

import "time"

// Both have fired when the pass ends, or will at once.
func samePeriod(done <-chan struct{}, ping, sweep func(), d time.Duration) {
	for {
		select {
		case <-time.After(d):
			ping()
		case <-time.After(d):
			sweep()
		case <-done:
			return
		}
	}
}

func samePeriods(ping, sweep func()) {
	for {
		select {
		case <-time.After(60 * time.Second):
			ping()
		case <-time.After(time.Minute):
			sweep()
		}
	}
}
