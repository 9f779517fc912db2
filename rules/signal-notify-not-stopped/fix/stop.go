// Package fixture: the registration ends before the channel is closed.
package fixture

import (
	"os"
	"os/signal"
)

type server struct {
	hangup chan os.Signal
}

func (s *server) start(reload func()) {
	s.hangup = make(chan os.Signal, 1)
	signal.Notify(s.hangup, os.Interrupt)
	go func() {
		for range s.hangup {
			reload()
		}
	}()
}

func (s *server) stop() {
	close(s.hangup)
}

func wait(stop func()) {
	signals := make(chan os.Signal, 1)
	defer close(signals)
	signal.Notify(signals, os.Interrupt)
	<-signals
	stop()
}
