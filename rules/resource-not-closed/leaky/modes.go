package modes

import (
	"context"
	"io"
	"net"
	"time"

	"example.com/wire"
)

type mode int

const (
	plain mode = iota
	sealed
	upgraded
)

// reach loses in one mode what it has opened for it.
func reach(addr string, how mode) error {
	var conn net.Conn
	var err error
	if how == upgraded {
		conn, err = net.DialTimeout("tcp", addr, time.Second) // want "warning: connection \"conn\" from net.DialTimeout is not closed"
	} else {
		conn, err = wire.Dial(addr)
	}
	if err != nil {
		return err
	}
	if how == upgraded {
		if !wire.Upgraded(addr) {
			return nil
		}
	}
	defer conn.Close()
	_, err = conn.Write([]byte("hello"))
	return err
}

// copied closes in one clause only.
func copied(ctx context.Context, addr string, to io.Writer) error {
	conn, err := net.DialTimeout("tcp", addr, time.Second) // want "warning: connection \"conn\" from net.DialTimeout is not closed"
	if err != nil {
		return err
	}
	done := make(chan error, 1)
	pour := func() {
		defer conn.Close()
		_, err := io.Copy(to, conn)
		done <- err
	}
	select {
	case <-ctx.Done():
		return nil
	case done <- nil:
		pour()
		return <-done
	}
}
