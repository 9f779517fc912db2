// Package fixture: a clock of one's own gives tickers with the same duty.
package fixture

import "time"

type clock interface {
	Now() time.Time
	NewTicker(d time.Duration) clockTicker
}

type clockTicker interface {
	C() <-chan time.Time
	Stop()
}

type realClock struct{}

func (realClock) Now() time.Time { return time.Now() }

func (realClock) NewTicker(d time.Duration) *time.Ticker { return time.NewTicker(d) }

func byInterface(c clock, done <-chan struct{}, work func()) {
	t := c.NewTicker(time.Second) // want "warning: ticker .t. from .*NewTicker is not stopped when the function returns at line 29"
	for {
		select {
		case <-t.C():
			work()
		case <-done:
			return
		}
	}
}

type keeper struct{ clock clock }

func (k *keeper) byField(done <-chan struct{}, work func()) {
	ticker := k.clock.NewTicker(time.Second) // want "warning: ticker .ticker. from .*NewTicker is not stopped when the function returns at line 43"
	for {
		select {
		case <-ticker.C():
			work()
		case <-done:
			return
		}
	}
}

func byConcreteClock(c realClock, done <-chan struct{}) {
	t := c.NewTicker(time.Second) // want "warning: ticker .t. from .*NewTicker is not stopped when the function ends at line 54"
	select {
	case <-t.C:
	case <-done:
	}
}
