package server

import (
	"os"
	"os/signal"
)

type server struct {
	signals chan os.Signal
}

func newServer() *server {
	s := &server{signals: make(chan os.Signal, 1)}
	signal.Notify(s.signals, os.Interrupt)
	return s
}

func (s *server) Close() {
	s.release()
	close(s.signals)
}
