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

// reach opens what it upgrades in one mode only, and in that the way out behind the upgrade is another one.
func reach(addr string, how mode) error {
	var conn net.Conn
	var err error
	if how == sealed {
		conn, err = net.DialTimeout("tcp", addr, time.Second)
		if err != nil {
			return err
		}
	}
	if how == upgraded {
		return wire.Upgrade(addr)
	}
	if conn == nil {
		return nil
	}
	defer conn.Close()
	_, err = conn.Write([]byte("hello"))
	return err
}

// copied calls the literal whichever clause is taken: operands are evaluated when the select begins.
func copied(ctx context.Context, addr string, to io.Writer) error {
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return err
	}
	done := make(chan error, 1)
	pour := func() <-chan error {
		defer conn.Close()
		_, err := io.Copy(to, conn)
		done <- err
		return done
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case err := <-pour():
		return err
	}
}
