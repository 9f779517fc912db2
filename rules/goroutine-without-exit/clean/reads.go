package fixture

import (
	"bufio"
	"errors"
	"log"
	"net"
	"os"
)

type listener struct {
	net.Listener
	handle func(net.Conn)
}

func newListener(l net.Listener, handle func(net.Conn)) *listener {
	s := &listener{Listener: l, handle: handle}
	go s.accept()
	go s.until()
	go s.orExit()
	go s.orDie()
	return s
}

func (s *listener) accept() {
	for {
		conn, err := s.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		s.handle(conn)
	}
}

// The condition ends it.
func (s *listener) until() {
	var err error
	for err == nil {
		var conn net.Conn
		conn, err = s.Accept()
		s.handle(conn)
	}
}

func (s *listener) orExit() {
	for {
		conn, err := s.Accept()
		if err != nil {
			log.Fatal(err)
		}
		s.handle(conn)
	}
}

func exitOn(err error) {
	if err != nil {
		os.Exit(1)
	}
}

func (s *listener) orDie() {
	for {
		conn, err := s.Accept()
		exitOn(err)
		s.handle(conn)
	}
}

// Nothing is read that could be closed.
func parse(lines *bufio.Reader, keep func(string)) {
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			continue
		}
		keep(line)
	}
}
