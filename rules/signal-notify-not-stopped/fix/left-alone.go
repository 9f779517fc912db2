// Package fixture: where a Stop belongs is not certain.
package fixture

import (
	"os"
	"os/signal"
)

// The name of the package is taken.
func taken(stop func(os.Signal)) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	signal := <-signals
	close(signals)
	stop(signal)
}

// It is stopped, but too late.
func late(stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	<-signals
	close(signals)
	signal.Stop(signals)
	stop()
}

// From then on the signal would end the process: whether it should is for the author to say.
func here(done <-chan struct{}, stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	for {
		select {
		case <-signals:
			stop()
		case <-done:
			return
		}
	}
}
