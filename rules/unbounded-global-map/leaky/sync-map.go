package leaky

import (
	"net"
	"sync"
)

type state struct{ seen int }

var states sync.Map

func handle(conn net.Conn) *state {
	value, _ := states.LoadOrStore(conn.RemoteAddr().String(), &state{}) // want "^warning: map \"states\" only grows: handle stores under conn.RemoteAddr\\(\\).String\\(\\)"
	s, _ := value.(*state)
	return s
}
