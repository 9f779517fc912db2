// Package fixture: the ticker comes from a function of this package; whoever calls it has the duty.
package fixture

import "time"

func newPoll(d time.Duration) *time.Ticker {
	if d <= 0 {
		d = time.Second
	}
	return time.NewTicker(d)
}

type settings struct{ period time.Duration }

func (s settings) ticker() *time.Ticker {
	t := time.NewTicker(s.period)
	return t
}

func pairOf(d time.Duration) (*time.Ticker, error) {
	return time.NewTicker(d), nil
}

// makeTicker is a variable so that tests can replace it.
var makeTicker = time.NewTicker

func forgetsHelpers(done <-chan struct{}, work func()) {
	t := newPoll(time.Second) // want "warning: ticker .t. from .*newPoll is not stopped when the function returns at line 34"
	for {
		select {
		case <-t.C:
			work()
		case <-done:
			return
		}
	}
}

func forgetsMethods(s settings, done <-chan struct{}) {
	t := s.ticker() // want "warning: ticker .t. from .*ticker is not stopped when the function ends at line 45"
	select {
	case <-t.C:
	case <-done:
	}
}

func forgetsResultOfTwo(done <-chan struct{}) error {
	t, err := pairOf(time.Second) // want "warning: ticker .t. from .*pairOf is not stopped when the function returns at line 56"
	if err != nil {
		return err
	}
	select {
	case <-t.C:
	case <-done:
	}
	return nil
}

func forgetsVariables(done <-chan struct{}) {
	t := makeTicker(time.Second) // want "warning: ticker .t. from .* is not stopped when the function ends at line 65"
	select {
	case <-t.C:
	case <-done:
	}
}

func forgetsMethodValues(done <-chan struct{}) {
	create := time.NewTicker
	t := create(time.Second) // want "warning: ticker .t. from .* is not stopped when the function ends at line 74"
	select {
	case <-t.C:
	case <-done:
	}
}
