// Package fixture: a new ticker in each pass of a loop; these grow while the function runs.
package fixture

import "time"

func endlessWithNewTicker(work func()) {
	for {
		t := time.NewTicker(time.Second) // want "error: .*each pass"
		<-t.C
		work()
	}
}

func ranged(jobs <-chan func() bool) {
	for job := range jobs {
		t := time.NewTicker(time.Second) // want "error: .*each pass"
		for !job() {
			<-t.C
		}
	}
}

func inSelectArm(done <-chan struct{}, work func()) {
	for {
		select {
		case <-time.NewTicker(time.Second).C: // want "error: .*each pass"
			work()
		case <-done:
			return
		}
	}
}

func channelPerPass(done <-chan struct{}, work func()) {
	for {
		tick := time.NewTicker(time.Second).C // want "error: .*each pass"
		select {
		case <-tick:
			work()
		case <-done:
			return
		}
	}
}

func continueSkipsStop(jobs []func() error) {
	for _, job := range jobs {
		t := time.NewTicker(time.Second) // want "warning: .*each pass"
		<-t.C
		if err := job(); err != nil {
			continue
		}
		t.Stop()
	}
}

func reconnect(dial func() bool, done <-chan struct{}) {
	for {
		ping := time.NewTicker(time.Second) // want "warning: .*each pass"
	session:
		for {
			select {
			case <-done:
				ping.Stop()
				return
			case <-ping.C:
				if !dial() {
					break session
				}
			}
		}
	}
}

func backwardGoto(ready func() bool) {
retry:
	t := time.NewTicker(time.Second) // want "warning: .*each pass"
	<-t.C
	if !ready() {
		goto retry
	}
	t.Stop()
}

//oracle:timers channelPerPass(closed, nothing)
