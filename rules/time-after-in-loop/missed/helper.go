package fixture

import "time"

type session struct {
	events chan int
	limit  <-chan time.Time
}

// A field that each event overwrites without setting it to nil first, in a function that a loop of another one calls.
func (s *session) touch() {
	s.limit = time.After(time.Minute)
}

func (s *session) run() {
	for {
		select {
		case <-s.events:
			s.touch()
		case <-s.limit:
			return
		}
	}
}
