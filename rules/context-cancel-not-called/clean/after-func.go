package clean

import (
	"context"
	"net"
	"net/http"
)

type relay struct {
	ctx  context.Context
	conn net.Conn
}

func (s *relay) client(conn net.Conn) {
	defer conn.Close()
	stop := context.AfterFunc(s.ctx, func() { conn.Close() })
	defer stop()
	conn.Read(make([]byte, 1))
}

// It ends with the request.
func answer(w http.ResponseWriter, r *http.Request) {
	context.AfterFunc(r.Context(), func() { r.Body.Close() })
}

// Whose context it is, and for how long, the caller knows.
func follow(ctx context.Context, conn net.Conn) {
	context.AfterFunc(ctx, func() { conn.Close() })
}

// Once for the relay itself.
func (s *relay) start() {
	context.AfterFunc(s.ctx, func() { s.conn.Close() })
}

// With a context of its own, which is cancelled.
func (s *relay) timed(conn net.Conn) {
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	context.AfterFunc(ctx, func() { conn.Close() })
}
