// Package fixture: the variable is given a second ticker. A direct defer took the first one, and a plain
// reassignment loses it.
package fixture

import "time"

func staleDefer(change <-chan time.Duration, done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case d := <-change:
			t.Stop()
			t = time.NewTicker(d) // want "warning: .*deferred Stop at line 9"
		case <-t.C:
			work()
		case <-done:
			return
		}
	}
}

func staleDeferOnce(fast bool, done <-chan struct{}) {
	ticker := time.NewTicker(time.Minute)
	defer ticker.Stop()
	if fast {
		ticker = time.NewTicker(time.Second) // want "warning: .*deferred Stop at line 25"
	}
	for {
		select {
		case <-ticker.C:
		case <-done:
			return
		}
	}
}

func staleMethodValue(done <-chan struct{}) {
	t := time.NewTicker(time.Minute)
	stop := t.Stop
	defer stop()
	t = time.NewTicker(time.Second) // want "warning: .*ticker .t."
	<-done
	<-t.C
}

func overwritten(done <-chan struct{}) {
	t := time.NewTicker(time.Minute) // want "warning: .*ticker .t..*line 49"
	t = time.NewTicker(time.Second)
	defer t.Stop()
	<-done
}

func overwrittenInBranch(fast bool, done <-chan struct{}) {
	t := time.NewTicker(time.Minute) // want "warning: .*ticker .t..*line 57"
	if fast {
		t = time.NewTicker(time.Second)
	}
	defer t.Stop()
	<-done
}

func setToNil(pause, done <-chan struct{}) {
	t := time.NewTicker(time.Minute) // want "warning: .*ticker .t..*line (68|69)"
	for {
		select {
		case <-pause:
			t = nil
			return
		case <-t.C:
		case <-done:
			t.Stop()
			return
		}
	}
}

// The late Stop releases the last ticker, all others are lost.
func overwrittenPerPass(change <-chan time.Duration, work func()) {
	t := time.NewTicker(time.Minute) // want "warning: .*ticker .t..*line 83"
	defer func() { t.Stop() }()
	for d := range change {
		t = time.NewTicker(d) // want "(warning|error): .*ticker .t."
		<-t.C
		work()
	}
}
