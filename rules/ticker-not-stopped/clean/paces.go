package paces

import "time"

// A runner stops the old ticker first.
type runner struct {
	pace  *time.Ticker
	paces chan time.Duration
	quit  chan struct{}
	steps int
}

func newRunner(pace time.Duration) *runner {
	return &runner{pace: time.NewTicker(pace), paces: make(chan time.Duration), quit: make(chan struct{})}
}

func (r *runner) run() {
	defer func() { r.pace.Stop() }()
	for {
		select {
		case <-r.pace.C:
			r.steps++
		case pace := <-r.paces:
			r.pace.Stop()
			r.pace = time.NewTicker(pace)
		case <-r.quit:
			return
		}
	}
}

// A rider gives the same ticker another period.
type rider struct {
	pace  *time.Ticker
	paces chan time.Duration
	steps int
}

func (r *rider) ride(pace time.Duration) {
	r.pace = time.NewTicker(pace)
	defer r.pace.Stop()
	for range 100 {
		select {
		case <-r.pace.C:
			r.steps++
		case pace := <-r.paces:
			r.pace.Reset(pace)
		}
	}
}

// A swimmer rests by stopping it in a method.
type swimmer struct {
	pace   *time.Ticker
	lanes  int
	resume chan time.Duration
}

func (s *swimmer) rest() { s.pace.Stop() }

func (s *swimmer) swim() {
	for s.lanes > 0 {
		<-s.pace.C
		s.lanes--
		s.rest()
		s.pace = time.NewTicker(<-s.resume)
	}
	s.rest()
}
