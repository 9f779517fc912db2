package embedded

import (
	"net"
	"os"
	"time"
)

type scan struct {
	*os.File
	size int64
}

func openScan(path string) (*scan, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &scan{File: f}, nil
}

func pages(path string) (int64, error) {
	s, err := openScan(path)
	if err != nil {
		return 0, err
	}
	defer s.Close()
	return s.size / 4096, nil
}

type link struct {
	net.Conn
	since time.Time
}

func dial(addr string) (*link, error) {
	c, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return nil, err
	}
	return &link{Conn: c, since: time.Now()}, nil
}

var links []*link

func keep(addr string) error {
	l, err := dial(addr)
	if err != nil {
		return err
	}
	links = append(links, l)
	return nil
}

// Whoever is given the connection closes it.
func give(addr string) (net.Conn, error) {
	l, err := dial(addr)
	if err != nil {
		return nil, err
	}
	return l, nil
}

func inner(addr string) (net.Conn, error) {
	l, err := dial(addr)
	if err != nil {
		return nil, err
	}
	return l.Conn, nil
}
