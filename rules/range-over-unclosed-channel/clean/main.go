// Command fixture: what main and the functions it calls start ends with the process.
package main

import (
	"os"
	"os/signal"
	"time"
)

type server struct{ hits int }

func main() {
	s := &server{}
	s.start(time.Minute)
	handleSignals(s)
	select {}
}

func (s *server) start(every time.Duration) {
	go s.report(every)
}

func (s *server) report(every time.Duration) {
	for range time.Tick(every) {
		println(s.hits)
	}
}

func handleSignals(s *server) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		for range c {
			println(s.hits)
		}
	}()
}
