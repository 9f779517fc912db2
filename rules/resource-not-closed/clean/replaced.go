package replaced

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"time"
)

type body struct {
	io.Reader
	io.Closer
}

func buffered(c *http.Client, url string) (*http.Response, error) {
	resp, err := c.Get(url)
	if err != nil {
		return nil, err
	}
	resp.Body = &body{bufio.NewReader(resp.Body), resp.Body}
	return resp, nil
}

func copied(c *http.Client, url string) (*http.Response, error) {
	resp, err := c.Get(url)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, 1<<10))
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(data))
	return resp, nil
}

func linesAndCloser(c *http.Client, url string) (*bufio.Reader, io.Closer, error) {
	resp, err := c.Get(url)
	if err != nil {
		return nil, nil, err
	}
	return bufio.NewReader(resp.Body), resp.Body, nil
}

func secured(raw net.Conn, config *tls.Config) (net.Conn, error) {
	conn := tls.Client(raw, config)
	if err := conn.HandshakeContext(context.Background()); err != nil {
		raw.Close()
		return nil, err
	}
	return conn, nil
}

func closedThere(addr string, config *tls.Config) (net.Conn, error) {
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return nil, err
	}
	conn, err = secured(conn, config)
	if err != nil {
		return nil, err
	}
	return conn, nil
}

func closedHere(ctx context.Context, addr string, config *tls.Config) (net.Conn, error) {
	raw, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return nil, err
	}
	conn := tls.Client(raw, config)
	if err := conn.HandshakeContext(ctx); err != nil {
		conn.Close()
		return nil, err
	}
	return conn, nil
}
