package sshd

import (
	"context"
	"crypto/tls"
	"net"
	"time"

	"golang.org/x/crypto/ssh"
)

func newConfig(user string) *ssh.ClientConfig {
	config := &ssh.ClientConfig{User: user}
	config.HostKeyCallback = ssh.InsecureIgnoreHostKey()
	return config
}

func open(addr, user string, limit time.Duration) (*ssh.Client, error) {
	conn, err := net.DialTimeout("tcp", addr, limit)
	if err != nil {
		return nil, err
	}
	conn.SetDeadline(time.Now().Add(limit))
	c, channels, requests, err := ssh.NewClientConn(conn, addr, newConfig(user))
	if err != nil {
		conn.Close()
		return nil, err
	}
	conn.SetDeadline(time.Time{})
	return ssh.NewClient(c, channels, requests), nil
}

type link struct {
	conn  net.Conn
	limit time.Duration
}

// The caller's caller has set the deadline, on the field.
func (l *link) secure() error {
	conn := tls.Client(l.conn, &tls.Config{ServerName: "link"})
	if err := conn.Handshake(); err != nil {
		return err
	}
	l.conn = conn
	return nil
}

func (l *link) greet() error { return l.secure() }

func (l *link) begin() error {
	l.conn.SetDeadline(time.Now().Add(l.limit))
	return l.greet()
}

type dialer struct{ config *tls.Config }

func (d *dialer) wrap(raw net.Conn) *tls.Conn { return tls.Client(raw, d.config) }

// The raw connection is closed when the context ends.
func (d *dialer) connect(ctx context.Context, raw net.Conn) (net.Conn, error) {
	done := make(chan struct{})
	defer close(done)
	go func() {
		select {
		case <-done:
		case <-ctx.Done():
			raw.Close()
		}
	}()
	conn := d.wrap(raw)
	if err := conn.Handshake(); err != nil {
		return nil, err
	}
	return conn, nil
}
