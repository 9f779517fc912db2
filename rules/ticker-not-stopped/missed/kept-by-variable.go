package fixture

import "time"

type syncer struct {
	ticker *time.Ticker
	flush  func()
}

// Nothing stops the field; but the ticker came into it by way of a variable, which hands the duty on.
func newSyncer(done <-chan struct{}, flush func()) *syncer {
	ticker := time.NewTicker(time.Second)
	s := &syncer{ticker: ticker, flush: flush}
	go func() {
		for {
			select {
			case <-ticker.C:
				s.flush()
			case <-done:
				return
			}
		}
	}()
	return s
}
