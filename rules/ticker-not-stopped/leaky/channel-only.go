// Package fixture: only the channel is kept, or nothing at all, so that nobody can call Stop.
package fixture

import "time"

func channelInLocal(done <-chan struct{}, work func()) {
	tick := time.NewTicker(time.Second).C // want "warning: .*from time.NewTicker.*nobody can stop it when the function"
	for {
		select {
		case <-tick:
			work()
		case <-done:
			return
		}
	}
}

func channelInVarBlock(done <-chan struct{}, work func()) {
	var (
		passes int
		tick   = time.NewTicker(time.Second).C // want "warning: .*from time.NewTicker.*nobody can stop it when the function"
	)
	for passes < 10 {
		select {
		case <-tick:
			work()
			passes++
		case <-done:
			return
		}
	}
}

func directRange(ready func() bool) {
	for range time.NewTicker(time.Second).C { // want "warning: .*from time.NewTicker.*nobody can stop it when the function"
		if ready() {
			return
		}
	}
}

func directRangeWithBreak(ready func() bool, work func()) {
	for now := range time.NewTicker(time.Second).C { // want "warning: .*from time.NewTicker.*nobody can stop it when the function"
		if ready() && now.Second() == 0 {
			break
		}
	}
	work()
}

func receivedOnce() {
	<-time.NewTicker(time.Second).C // want "warning: .*from time.NewTicker.*nobody can stop it when the function"
}

func channelAssigned(slow bool, done <-chan struct{}, work func()) {
	var tick <-chan time.Time
	if slow {
		tick = time.NewTicker(time.Minute).C // want "warning: .*from time.NewTicker.*nobody can stop it when the function"
	}
	for {
		select {
		case <-tick:
			work()
		case <-done:
			return
		}
	}
}

func channelHandedDown(work func()) {
	follow(time.NewTicker(time.Second).C, work) // want "warning: .*from time.NewTicker.*nobody can stop it when the function"
}

func follow(tick <-chan time.Time, work func()) {
	for i := 0; i < 3; i++ {
		<-tick
		work()
	}
}

// The channel is set once, in the first pass that has an event: one ticker for each call, not for each pass.
func channelSetOnce(events <-chan int, quit <-chan struct{}, period time.Duration) {
	var tick <-chan time.Time
	first := true
	for {
		select {
		case <-events:
			if first {
				tick = time.NewTicker(period).C // want "warning: .*from time.NewTicker.*nobody can stop it when the function returns at line 94"
			}
			first = false
		case <-tick:
		case <-quit:
			return
		}
	}
}
