package stream

func (s *stream) loop() {
	for {
		select {
		case <-s.keepAlive.C:
			if err := s.write(": keep-alive"); err != nil {
				return
			}
		case <-s.closed:
			return
		}
	}
}

func (s *stream) close() { close(s.closed) }
