package replaced

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"time"
)

type answer struct{ *http.Response }

func beginning(c *http.Client, req *http.Request) (*answer, error) {
	resp, err := c.Do(req) // want "warning: response body \"resp\" from c.Do is not closed before \"resp\" is given another value at line 27"
	if err != nil {
		return nil, err
	}
	a := &answer{Response: resp}
	data, err := io.ReadAll(io.LimitReader(resp.Body, 1<<10))
	if err != nil {
		return a, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(data))
	return a, nil
}

func lines(c *http.Client, url string) (*bufio.Reader, error) {
	resp, err := c.Get(url) // want "warning: response body \"resp\" from c.Get is not closed when the function returns at line 36"
	if err != nil {
		return nil, err
	}
	return bufio.NewReader(resp.Body), nil
}

func secure(raw net.Conn, config *tls.Config, limit time.Duration) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	conn := tls.Client(raw, config)
	if err := conn.HandshakeContext(ctx); err != nil {
		return nil, err
	}
	return conn, nil
}

func replacedByNil(addr string, config *tls.Config) (net.Conn, error) {
	conn, err := net.DialTimeout("tcp", addr, time.Second) // want "note: connection \"conn\" from net.DialTimeout is not closed when the function returns at line 56"
	if err != nil {
		return nil, err
	}
	conn, err = secure(conn, config, time.Second)
	if err != nil {
		return nil, err
	}
	return conn, nil
}

func leftOpen(addr string, config *tls.Config) (net.Conn, error) {
	raw, err := net.DialTimeout("tcp", addr, time.Second) // want "note: connection \"raw\" from net.DialTimeout is not closed when the function returns at line 68"
	if err != nil {
		return nil, err
	}
	conn, err := secure(raw, config, time.Second)
	if err != nil {
		return nil, err
	}
	return conn, nil
}

func verified(ctx context.Context, addr string, config *tls.Config) (net.Conn, error) {
	raw, err := net.DialTimeout("tcp", addr, time.Second) // want "warning: connection \"raw\" from net.DialTimeout is not closed"
	if err != nil {
		return nil, err
	}
	conn := tls.Client(raw, config)
	if err := conn.HandshakeContext(ctx); err != nil {
		return nil, err
	}
	if len(conn.ConnectionState().PeerCertificates) == 0 {
		return nil, errors.New("no certificate")
	}
	return conn, nil
}
