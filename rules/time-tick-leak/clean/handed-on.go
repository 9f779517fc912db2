package fixture

import "time"

type poller struct{ ticks <-chan time.Time }

func newPoller() *poller {
	return &poller{ticks: time.Tick(time.Second)}
}

func Ticks(d time.Duration) <-chan time.Time {
	return time.Tick(d)
}

func hand(run func(<-chan time.Time)) {
	run(time.Tick(time.Second))
}

var always = time.Tick(time.Hour)

type clock struct{}

func (clock) Tick(d time.Duration) <-chan time.Time { return time.After(d) }

func otherTick(c clock, exit <-chan struct{}) {
	select {
	case <-c.Tick(time.Second):
	case <-exit:
	}
}
