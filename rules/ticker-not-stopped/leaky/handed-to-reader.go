// Package fixture: a function of this package takes the ticker or its channel, only reads, and comes back.
package fixture

import "time"

func readTicks(t *time.Ticker, n int) {
	for i := 0; i < n; i++ {
		<-t.C
	}
}

func readChannel(tick <-chan time.Time, done <-chan struct{}, work func()) {
	for {
		select {
		case <-tick:
			work()
		case <-done:
			return
		}
	}
}

func passesTicker(work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 27"
	readTicks(t, 3)
	work()
}

func passesChannel(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 32"
	readChannel(t.C, done, work)
}

func stopOne(t *time.Ticker) { t.Stop() }

// A helper stops it, but not on this way.
func helperOnOneWay(connect func() error) error {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 41"
	<-t.C
	if err := connect(); err != nil {
		return err
	}
	stopOne(t)
	return nil
}
