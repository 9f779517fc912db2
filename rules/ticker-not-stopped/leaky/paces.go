package paces

import "time"

// A walker goes at a pace that may change.
type walker struct {
	pace  *time.Ticker
	paces chan time.Duration
	quit  chan struct{}
	steps int
}

func newWalker(pace time.Duration) *walker {
	return &walker{pace: time.NewTicker(pace), paces: make(chan time.Duration), quit: make(chan struct{})}
}

func (w *walker) walk() {
	defer func() { w.pace.Stop() }()
	for {
		select {
		case <-w.pace.C:
			w.steps++
		case pace := <-w.paces:
			w.pace = time.NewTicker(pace) // want "ticker \"w.pace\" from time.NewTicker is not stopped before \"w.pace\" is given another value"
		case <-w.quit:
			return
		}
	}
}
