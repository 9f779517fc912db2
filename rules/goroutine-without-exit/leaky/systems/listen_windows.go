package systems

func (s *server) listen() {}
