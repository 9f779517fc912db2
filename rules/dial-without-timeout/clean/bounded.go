package sshd

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"time"

	"golang.org/x/crypto/ssh"
)

func withDeadline(addr string, config *ssh.ClientConfig) (*ssh.Client, error) {
	conn, err := net.DialTimeout("tcp", addr, config.Timeout)
	if err != nil {
		return nil, err
	}
	conn.SetDeadline(time.Now().Add(config.Timeout))
	c, chans, reqs, err := ssh.NewClientConn(conn, addr, config)
	if err != nil {
		conn.Close()
		return nil, err
	}
	conn.SetDeadline(time.Time{})
	return ssh.NewClient(c, chans, reqs), nil
}

// The timer closes the connection: the handshake ends with an error.
func closedByTimer(conn net.Conn, config *ssh.ServerConfig) (*ssh.ServerConn, error) {
	timer := time.AfterFunc(time.Minute, func() { conn.Close() })
	defer timer.Stop()
	c, _, _, err := ssh.NewServerConn(conn, config)
	return c, err
}

func closedByContext(ctx context.Context, conn net.Conn, config *tls.Config) error {
	secure := tls.Client(conn, config)
	done := make(chan error, 1)
	go func() { done <- secure.Handshake() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		conn.Close()
		return ctx.Err()
	}
}

func withContext(ctx context.Context, conn *tls.Conn) error {
	return conn.HandshakeContext(ctx)
}

// The caller sets the deadline.
func shake(conn *tls.Conn) error { return conn.Handshake() }

func shakeInTime(conn *tls.Conn) error {
	conn.SetDeadline(time.Now().Add(time.Second))
	return shake(conn)
}

// Who completes the configuration is not seen.
func configured(addr string, complete func(*ssh.ClientConfig)) (*ssh.Client, error) {
	config := &ssh.ClientConfig{}
	complete(config)
	return ssh.Dial("tcp", addr, config)
}

func given(addr string, config *ssh.ClientConfig) (*ssh.Client, error) {
	return ssh.Dial("tcp", addr, config)
}

// None of these waits long: no handshake, or a host that is there.
func near() []net.Conn {
	udp, _ := net.Dial("udp", "192.0.2.1:53")
	unix, _ := net.Dial("unix", "/run/server.sock")
	local, _ := net.Dial("tcp", "127.0.0.1:80")
	return []net.Conn{udp, unix, local}
}

func withDialer(ctx context.Context, addr string) (net.Conn, error) {
	d := &net.Dialer{Timeout: time.Second}
	return d.DialContext(ctx, "tcp", addr)
}

func newTransport() *http.Transport {
	t := &http.Transport{}
	t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
	return t
}

func defaults() *http.Transport {
	return &http.Transport{DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}
}

// The timeout of the client bounds the dial, too.
func client() *http.Client {
	return &http.Client{Transport: &http.Transport{}, Timeout: time.Second}
}

func clientLater() *http.Client {
	t := &http.Transport{MaxIdleConns: 1}
	c := &http.Client{Transport: t}
	c.Timeout = time.Second
	return c
}

// What uses the transport, and how long, is not seen.
func transport() http.RoundTripper {
	return &http.Transport{MaxIdleConns: 1}
}

// A timer wakes the function, which closes what the goroutine shakes hands on.
func shakeBeside(addr string, config *tls.Config) (net.Conn, error) {
	plain, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return nil, err
	}
	secure := tls.Client(plain, config)
	done := make(chan error, 2)
	time.AfterFunc(time.Second, func() { done <- errors.New("timeout") })
	go func() { done <- secure.Handshake() }()
	if err := <-done; err != nil {
		plain.Close()
		return nil, err
	}
	return secure, nil
}
