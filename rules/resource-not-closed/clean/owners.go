package owners

import (
	"errors"
	"net"
	"os"
)

type store struct {
	file *os.File
	next *store
}

func (s *store) Close() error { return s.file.Close() }

func (s *store) abandon() {
	if s.file != nil {
		s.Close()
	}
}

func (s *store) register(all map[string]*store) { all["x"] = s }

func (s *store) check() error {
	_, err := s.file.Stat()
	return err
}

func closedByMethod(name string) (*store, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	s := &store{file: f}
	if err := s.check(); err != nil {
		s.abandon()
		return nil, err
	}
	return s, nil
}

func registered(name string, all map[string]*store) (*store, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	s := &store{file: f}
	s.register(all)
	if err := s.check(); err != nil {
		return nil, err
	}
	return s, nil
}

func linked(name string, last *store) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	s := &store{file: f}
	last.next = s
	return s.check()
}

func byMethodValue(name string, atExit func(func() error)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	s := &store{file: f}
	atExit(s.Close)
	return s.check()
}

func given(name string, s *store) (err error) {
	s.file, err = os.Open(name)
	if err != nil {
		return err
	}
	return s.check()
}

type link struct {
	net.Conn
	name string
}

func embedded(addr string) (*link, error) {
	conn, err := net.DialTimeout("tcp", addr, 1e9)
	if err != nil {
		return nil, err
	}
	l := &link{conn, addr}
	if _, err := l.Write([]byte("hello")); err != nil {
		l.Close()
		return nil, err
	}
	if l.name == "" {
		l.Conn.Close()
		return nil, errors.New("no name")
	}
	return l, nil
}
