// Package fixture: loops that are left by a label, a goto, a condition or a plain break, and a function that just ends.
package fixture

import (
	"errors"
	"time"
)

func labelledBreak(done <-chan struct{}, work func()) {
	ticker := time.NewTicker(time.Second) // want "warning: ticker .ticker. from time.NewTicker is not stopped when the function ends at line 21"
loop:
	for {
		select {
		case <-ticker.C:
			work()
		case <-done:
			break loop
		}
	}
	work()
}

func twoLabelledBreaks(done <-chan struct{}, results <-chan error) (err error) {
	ticker := time.NewTicker(time.Second) // want "warning: ticker .ticker. from time.NewTicker is not stopped when the function returns at line 36"
Wait:
	for {
		select {
		case err = <-results:
			break Wait
		case <-done:
			err = errors.New("abandoned")
			break Wait
		case <-ticker.C:
		}
	}
	return err
}

func breakFromSwitchInLoop(kinds <-chan string, work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 57"
outer:
	for {
		select {
		case kind := <-kinds:
			switch kind {
			case "stop":
				break outer
			case "skip":
				break
			default:
				work()
			}
		case <-t.C:
			work()
		}
	}
}

func gotoOut(ready func() bool, limit int) (tries int) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 69"
again:
	tries++
	if ready() || tries > limit {
		goto out
	}
	<-t.C
	goto again
out:
	return tries
}

func boundedLoop(n int, work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 78"
	for i := 0; i < n; i++ {
		<-t.C
		work()
	}
}

func overSlice(hosts []string, probe func(string)) {
	pace := time.NewTicker(100 * time.Millisecond) // want "warning: ticker .pace. from time.NewTicker is not stopped when the function ends at line 86"
	for _, host := range hosts {
		probe(host)
		<-pace.C
	}
}

func plainBreak(ready func() bool) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 95"
	for range t.C {
		if ready() {
			break
		}
	}
}

func receiveInPost(ready func() bool) error {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 101"
	for ; ; <-t.C {
		if ready() {
			return nil
		}
	}
}

func pollTwice(ready func() (bool, error)) error {
	poll := time.NewTicker(50 * time.Millisecond) // want "warning: ticker .poll. from time.NewTicker is not stopped when the function returns at line (111|114)"
	for range poll.C {
		ok, err := ready()
		if err != nil {
			return err
		}
		if ok {
			return nil
		}
	}
	return nil
}

func neverRead(work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 126"
	work()
	if len(t.C) > 0 {
		work()
	}
}

// Reset re-arms, it does not release.
func onlyReset(delays <-chan time.Duration, work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 135"
	for {
		select {
		case d, ok := <-delays:
			if !ok {
				return
			}
			t.Reset(d)
		case <-t.C:
			work()
		}
	}
}

type server struct{ stopped bool }

func (s *server) Stop() { s.stopped = true }

// The Stop of something else.
func otherStop(s *server, done <-chan struct{}) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 156"
	defer s.Stop()
	for {
		select {
		case <-t.C:
		case <-done:
			return
		}
	}
}

//oracle:timers labelledBreak(closed, nothing)
//oracle:timers _ = twoLabelledBreaks(closed, nil)
//oracle:timers gotoOut(func() bool { return true }, 1)
//oracle:timers boundedLoop(0, nothing)
//oracle:timers overSlice(nil, nil)
//oracle:timers neverRead(nothing)
//oracle:timers otherStop(&server{}, closed)
