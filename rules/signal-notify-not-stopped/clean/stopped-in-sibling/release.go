package server

import "os/signal"

func (s *server) release() {
	signal.Stop(s.signals)
}
