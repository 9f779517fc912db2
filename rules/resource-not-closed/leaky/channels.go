package store

import (
	"context"
	"net"
)

// A connection that was sent has a new owner.
func first(conns <-chan net.Conn, full func() bool, handle func(net.Conn)) {
	conn := <-conns // want "warning: connection \"conn\" from conns is not closed when the function returns"
	if full() {
		return
	}
	handle(conn)
}

type acceptor interface{ Connections() <-chan net.Conn }

func serve(a acceptor, full func() bool, handle func(net.Conn)) {
	for {
		conn, ok := <-a.Connections() // want "warning: connection \"conn\" from a.Connections\\(\\) is made anew in each pass"
		if !ok {
			return
		}
		if full() {
			continue
		}
		go handle(conn)
	}
}

type dialer interface {
	DialContext(ctx context.Context, network, addr string) (net.Conn, error)
}

type transport struct{ dialer dialer }

func (t *transport) ping(ctx context.Context, addr string) error {
	conn, err := t.dialer.DialContext(ctx, "tcp", addr) // want "connection \"conn\" from t.dialer.DialContext is not closed when the function returns"
	if err != nil {
		return err
	}
	_, err = conn.Write([]byte("ping"))
	return err
}
