package store

import (
	"io"
	"net"
	"net/http"
	"os"
)

// A function out of sight may close what it is given.
func handedOver(path string, run func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return run(f)
}

type queue struct{ file *os.File }

func (q *queue) Close() error { return q.file.Close() }

// What a field holds when it is given another file is not followed.
func (q *queue) rotate(path string) (err error) {
	q.file, err = os.Create(path)
	return err
}

type response struct{ Response *http.Response }

// The response is in a struct of the package, and callers of get forget it.
func get(url string) (*response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &response{resp}, nil
}

func status(url string) (int, error) {
	r, err := get(url)
	if err != nil {
		return 0, err
	}
	return r.Response.StatusCode, nil
}

// Connections that come out of a channel are not followed.
func first(conns <-chan net.Conn, full func() bool, handle func(net.Conn)) {
	conn := <-conns
	if full() {
		return
	}
	handle(conn)
}
