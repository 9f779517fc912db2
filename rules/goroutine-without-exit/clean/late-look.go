// Package fixture: loops that look between two connections, and are woken, or wait for a while only.
package fixture

import (
	"net"
	"sync/atomic"
	"time"
)

// Serve is woken by the close of the listener.
func Serve(stop <-chan struct{}, ln net.Listener, handle func(net.Conn)) {
	go func() {
		<-stop
		ln.Close()
	}()
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			conn, err := ln.Accept()
			if err != nil {
				continue
			}
			go handle(conn)
		}
	}()
}

// Lend leaves the close to who has the listener.
func Lend(stop <-chan struct{}, ln net.Listener, handle func(net.Conn)) {
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			conn, err := ln.Accept()
			if err != nil {
				continue
			}
			go handle(conn)
		}
	}()
}

// Poll waits for a second at most.
func Poll(stop <-chan struct{}, ln *net.TCPListener, handle func(net.Conn)) {
	go func() {
		defer ln.Close()
		for {
			select {
			case <-stop:
				return
			default:
			}
			_ = ln.SetDeadline(time.Now().Add(time.Second))
			conn, err := ln.AcceptTCP()
			if err != nil {
				continue
			}
			go handle(conn)
		}
	}()
}

// Server closes its listener.
type Server struct {
	listener net.Listener
	stopped  atomic.Bool
}

// Start begins.
func (s *Server) Start(handle func(net.Conn)) {
	go func() {
		defer s.listener.Close()
		for {
			if s.stopped.Load() {
				return
			}
			conn, err := s.listener.Accept()
			if err != nil {
				continue
			}
			go handle(conn)
		}
	}()
}

// Stop wakes the goroutine.
func (s *Server) Stop() {
	s.stopped.Store(true)
	s.listener.Close()
}

// First takes so many connections, and no more.
func First(limit int, ln net.Listener, handle func(net.Conn)) {
	taken := 0
	go func() {
		defer ln.Close()
		for {
			conn, err := ln.Accept()
			if err != nil {
				continue
			}
			handle(conn)
			taken++
			if taken == limit {
				return
			}
		}
	}()
}
