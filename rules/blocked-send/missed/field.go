package timer

import "time"

// The consumer may have gone when the tick comes: the send stands in a clause beside quit, but not in a select of its own.
type repeater struct {
	ticks chan time.Time
	quit  chan struct{}
}

func newRepeater(d time.Duration) *repeater {
	r := &repeater{ticks: make(chan time.Time), quit: make(chan struct{})}
	go r.run(time.NewTimer(d))
	return r
}

func (r *repeater) run(timer *time.Timer) {
	defer timer.Stop()
	for {
		select {
		case t := <-timer.C:
			r.ticks <- t
		case <-r.quit:
			return
		}
	}
}

func (r *repeater) Ticks() <-chan time.Time { return r.ticks }

func (r *repeater) Stop() { close(r.quit) }
