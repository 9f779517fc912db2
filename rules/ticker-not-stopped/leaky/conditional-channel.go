// Package fixture: a channel that stays nil unless a period is configured; the ticker behind it is out of reach.
package fixture

import "time"

func nilUnlessConfigured(period time.Duration, done <-chan struct{}, work func()) {
	var tick <-chan time.Time
	if period > 0 {
		t := time.NewTicker(period) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 17"
		tick = t.C
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

func createdOnDemand(arm <-chan time.Duration, done <-chan struct{}, work func()) {
	var ticker *time.Ticker
	var tick <-chan time.Time
	for {
		select {
		case d := <-arm:
			if ticker == nil {
				ticker = time.NewTicker(d) // want "warning: ticker .ticker. from time.NewTicker is not stopped when the function returns at line 35"
				tick = ticker.C
			}
		case <-tick:
			work()
		case <-done:
			return
		}
	}
}

func conditionalTicker(periodic bool, done <-chan struct{}, work func()) {
	var t *time.Ticker
	if periodic {
		t = time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 48"
		<-t.C
	}
	work()
	<-done
}
