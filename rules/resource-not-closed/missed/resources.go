package store

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"
)

// A function out of sight that takes a context may send a request, which closes its body.
func handedOver(ctx context.Context, path string, parse func(context.Context, io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return parse(ctx, f)
}

// Nothing in a name such as this says that the listener is left open when it fails.
func registered(addr string, register func(net.Listener) error) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	return register(l)
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
