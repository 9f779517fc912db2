package store

import (
	"io"
	"net"
	"net/http"
	"os"
	"text/template"
)

type zone struct{ names []string }

type parser interface {
	Parse(r io.Reader) (*zone, error)
}

// What only reads does not close.
func zoneOf(path string, p parser) (*zone, error) {
	f, err := os.Open(path) // want "warning: file \"f\" from os.Open is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	return p.Parse(f)
}

// A function value is known by its name only.
func handedOver(path string, run func(io.Reader) error) error {
	f, err := os.Open(path) // want "warning: file \"f\" from os.Open is not closed when the function returns"
	if err != nil {
		return err
	}
	return run(f)
}

func render(path, text string, values any) error {
	t, err := template.New("page").Parse(text)
	if err != nil {
		return err
	}
	out, err := os.Create(path) // want "warning: file \"out\" from os.Create is not closed when the function returns"
	if err != nil {
		return err
	}
	return t.Execute(out, values)
}

type decoder interface{ Decode(v any) error }

type format interface {
	NewDecoder(r io.Reader) decoder
	DecodeBody(body io.ReadCloser, v any) error
}

func decoded(path string, f format, v any) error {
	file, err := os.Open(path) // want "warning: file \"file\" from os.Open is not closed when the function returns"
	if err != nil {
		return err
	}
	dec := f.NewDecoder(file)
	return dec.Decode(v)
}

// Who is given a body may close it, so this is less sure.
func fetched(client *http.Client, url string, f format, v any) error {
	resp, err := client.Get(url) // want "response body \"resp\" from client.Get is not closed when the function returns"
	if err != nil {
		return err
	}
	return f.DecodeBody(resp.Body, v)
}

type input struct {
	Key  string
	Body io.Reader
}

type bucket interface{ PutObject(in *input) error }

// The literal with the file in it goes no further than the call.
func stored(b bucket, path string) error {
	f, err := os.Open(path) // want "warning: file \"f\" from os.Open is not closed when the function returns"
	if err != nil {
		return err
	}
	in := &input{Key: path, Body: f}
	return b.PutObject(in)
}

type frames struct{ conn net.Conn }

func newFrames(conn net.Conn) *frames { return &frames{conn: conn} }

func (f *frames) next() (byte, error) {
	var buf [1]byte
	_, err := f.conn.Read(buf[:])
	return buf[0], err
}

// A value without any method to end it does not own what it is given.
func version(addr string) (byte, error) {
	conn, err := net.Dial("tcp", addr) // want "connection \"conn\" from net.Dial is not closed when the function returns" "note: net.Dial has no timeout"
	if err != nil {
		return 0, err
	}
	return newFrames(conn).next()
}
