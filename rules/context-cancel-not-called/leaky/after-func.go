package leaky

import (
	"context"
	"net"
	"net/http"
)

type relay struct{ ctx context.Context }

// One for each connection, on the context of the server.
func (s *relay) client(conn net.Conn) {
	defer conn.Close()
	context.AfterFunc(s.ctx, func() { conn.Close() }) // want "^error: the stop function from context.AfterFunc is discarded, so nobody can call it when the function ends at line 16: the function, and what it uses, stays until the context ends$"
	conn.Read(make([]byte, 1))
}

var serving context.Context

func serveOne(w http.ResponseWriter, r *http.Request) {
	base := serving
	stop := context.AfterFunc(base, func() { r.Body.Close() }) // want "^warning: stop function \"stop\""
	if r.ContentLength == 0 {
		return
	}
	stop()
}
