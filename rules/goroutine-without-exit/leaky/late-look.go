// Package fixture: loops that look whether they are to stop only between two connections.
package fixture

import (
	"log"
	"net"
	"sync/atomic"
	"time"
)

// Serve takes connections until stop is closed.
func Serve(stop <-chan struct{}, ln net.Listener, handle func(net.Conn)) {
	go func() {
		for { // want "this loop looks at .<-stop. at line 16 only between two calls of ln.Accept: told to stop, its goroutine stays there until one more connection comes"
			select {
			case <-stop:
				ln.Close()
				return
			default:
				conn, err := ln.Accept()
				if err != nil {
					log.Print(err)
					time.Sleep(time.Second)
					continue
				}
				go handle(conn)
			}
		}
	}()
}

// Server belongs to whoever makes it.
type Server struct {
	listener *net.TCPListener
	stopped  atomic.Bool
}

// NewServer listens.
func NewServer(address *net.TCPAddr) (*Server, error) {
	listener, err := net.ListenTCP("tcp", address)
	if err != nil {
		return nil, err
	}
	s := &Server{listener: listener}
	go s.serve()
	return s, nil
}

func (s *Server) serve() {
	defer s.listener.Close()
	for { // want "this loop looks at .s.stopped.Load... at line 52 only between two calls of s.listener.AcceptTCP"
		if s.stopped.Load() {
			break
		}
		conn, err := s.listener.AcceptTCP()
		if err != nil {
			return
		}
		conn.Close()
	}
}

// Stop asks for it.
func (s *Server) Stop() { s.stopped.Store(true) }
