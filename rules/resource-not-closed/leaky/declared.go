package store

import (
	"net"
	"os"
	"time"
)

func declaredAndLost(name string, isReady func() bool) error {
	var f, err = os.Open(name) // want "warning: file \"f\" from os.Open is not closed when the function returns at line 15"
	if err != nil {
		return err
	}
	if !isReady() {
		return nil
	}
	return f.Close()
}

// The second error is not the one that came with the connection.
func declaredInGroupAndLost(address string, greeting []byte) error {
	var (
		conn, err = net.DialTimeout("tcp", address, time.Second) // want "note: connection \"conn\" from net.DialTimeout is not closed when the function returns at line 29"
	)
	if err != nil {
		return err
	}
	if _, err = conn.Write(greeting); err != nil {
		return err
	}
	return conn.Close()
}
