package systems

func (s *server) listen() {
	for { // want "this loop has no way out: it waits for <-s.signals in each pass, and the goroutine started in server.go at line 9 outlives its owner"
		println((<-s.signals).String())
	}
}
