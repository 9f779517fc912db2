// Package fixture: an inner variable of the same name has a duty of its own.
package fixture

import "time"

func innerForgotten(fast bool, done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	if fast {
		t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 16"
		for {
			select {
			case <-t.C:
				work()
			case <-done:
				return
			}
		}
	}
	<-done
}

func outerForgotten(fast bool, done <-chan struct{}) {
	t := time.NewTicker(time.Minute) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 34"
	if fast {
		t := time.NewTicker(time.Second)
		<-t.C
		t.Stop()
	}
	select {
	case <-t.C:
	case <-done:
	}
}

func parameterShadowed(t *time.Ticker, fast bool) {
	defer t.Stop()
	if fast {
		t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 42"
		<-t.C
	}
}

type fakeTime struct{}

func (fakeTime) Sleep(time.Duration) {}

// The shadow of the package ends with its block.
func packageShadowedInBlock(done <-chan struct{}, d time.Duration) {
	{
		time := fakeTime{}
		time.Sleep(d)
	}
	t := time.NewTicker(d) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 59"
	select {
	case <-t.C:
	case <-done:
	}
}
