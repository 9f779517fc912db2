// Package fixture: these leak, but a deferred Stop would be wrong, or its place is not certain.
package fixture

import "time"

// In a loop deferred calls would pile up until the function ends.
func eachPass(done <-chan struct{}, work func()) {
	for {
		t := time.NewTicker(time.Second)
		select {
		case <-t.C:
			work()
		case <-done:
			return
		}
	}
}

// A direct defer takes the ticker that t has there, and would leave the other one.
func assignedAgain(slow bool, done <-chan struct{}) {
	t := time.NewTicker(time.Second)
	if slow {
		t.Stop()
		t = time.NewTicker(time.Minute)
		defer t.Stop()
	}
	<-t.C
	<-done
}

// Two goroutines use it, and neither knows when the other one ends.
func twoReaders(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second)
	for range 2 {
		go func() {
			for {
				select {
				case <-t.C:
					work()
				case <-done:
					return
				}
			}
		}()
	}
}

// The function may return while the goroutine still waits for ticks.
func hereAndThere(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second)
	<-t.C
	go func() {
		for {
			select {
			case <-t.C:
				work()
			case <-done:
				return
			}
		}
	}()
}

// The callee may keep the channel.
func lent(wait func(<-chan time.Time), done <-chan struct{}) {
	t := time.NewTicker(time.Second)
	wait(t.C)
	<-done
}

// Nothing holds the ticker itself.
func channelOnly(done <-chan struct{}) {
	tick := time.NewTicker(time.Second).C
	<-tick
	<-done
}

func inAHeader(done <-chan struct{}) {
	if t := time.NewTicker(time.Second); done != nil {
		<-t.C
	}
}

func amongOthers(done <-chan struct{}) {
	t, n := time.NewTicker(time.Second), 3
	for range n {
		<-t.C
	}
}

// A line between the two would end the alignment of their comments.
func alignedComments(done <-chan struct{}) {
	t := time.NewTicker(time.Second) // once a second
	var waits int                    // how often
	for waits < 3 {
		<-t.C
		waits++
	}
}

func oneLine(done <-chan struct{}) { t := time.NewTicker(time.Second); <-t.C; <-done }

// The label may be reached again.
func jumpsBack(again func() bool) {
start:
	t := time.NewTicker(time.Second)
	<-t.C
	if again() {
		goto start
	}
}

// A helper may return nil.
func fromHelper(done <-chan struct{}) {
	t := newTicker(time.Second)
	<-t.C
	<-done
}

func newTicker(d time.Duration) *time.Ticker {
	return time.NewTicker(d)
}

func suppressed(done <-chan struct{}) {
	t := time.NewTicker(time.Second) //nolint:ticker-not-stopped // one per process
	<-t.C
	<-done
}
