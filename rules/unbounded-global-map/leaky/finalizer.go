package leaky

import "runtime"

type session struct{ token string }

var sessions = map[string]*session{}

func open(token string) *session {
	s := &session{token: token}
	sessions[token] = s // want "^warning: map \"sessions\" only grows: open stores under token, and nothing in this package removes entries; the finalizer at line 12 never runs, because the map keeps the value reachable$"
	runtime.SetFinalizer(s, func(s *session) { delete(sessions, s.token) })
	return s
}
