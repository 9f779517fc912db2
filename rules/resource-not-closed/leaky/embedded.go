package embedded

import (
	"errors"
	"net"
	"os"
	"time"
)

type scan struct {
	*os.File
	size int64
}

// Close is that of the file, which is embedded.
func openScan(path string) (*scan, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	return &scan{File: f, size: info.Size()}, nil
}

func pages(path string) (int64, error) {
	s, err := openScan(path) // want "the file from openScan in field \"File\" of \"s\" is not closed when the function drops \"s\" and returns at line 34"
	if err != nil {
		return 0, err
	}
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
	l := &link{Conn: c}
	l.since = time.Now()
	return l, nil
}

func hello(addr string) error {
	l, err := dial(addr) // want "the connection from dial in field \"Conn\" of \"l\" is not closed when the function drops \"l\" and returns at line 61"
	if err != nil {
		return err
	}
	if _, err := l.Write([]byte("hello")); err != nil {
		return err
	}
	if l.since.IsZero() {
		return errors.New("never")
	}
	return l.Close()
}
