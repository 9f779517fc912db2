package stream

import "context"

func (s *stream) loop(ctx context.Context) {
	defer s.close()
	for {
		select {
		case <-s.keepAlive.C:
			if err := s.write(": keep-alive"); err != nil {
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

func (s *stream) close() { s.keepAlive.Stop() }
