package fixture

import "time"

type connection struct{ idle *time.Timer }

func open(in <-chan string, opened map[string]*connection) {
	for name := range in {
		opened[name] = &connection{idle: time.NewTimer(time.Minute)}
	}
}

func newTimer() *time.Timer {
	t := time.NewTimer(24 * time.Hour)
	return t
}

func start(in <-chan int, wait func(*time.Timer)) {
	for range in {
		t := time.NewTimer(time.Minute)
		wait(t)
	}
}

func received(in <-chan int) {
	for range in {
		t := time.NewTimer(time.Minute)
		<-t.C
	}
}

func stoppedTimer() (<-chan time.Time, func() bool) {
	t := time.NewTimer(24 * time.Hour)
	return t.C, t.Stop
}

type metrics struct{}

func (metrics) NewTimer(time.Duration) *connection { return nil }

func otherTimer(m metrics, in <-chan int) {
	for range in {
		t := m.NewTimer(time.Minute)
		_ = t
	}
}
