package server

import (
	"crypto/tls"
	"net"
	"net/http"
	"net/rpc/jsonrpc"
	"time"
)

type session struct{ net.Conn }

func (s *session) upgrade(config *tls.Config) error {
	conn := tls.Server(s.Conn, config)
	return conn.Handshake() // want "warning: conn.Handshake waits for the peer on \"conn\", which has no deadline"
}

func verify(addr string, config *tls.Config) ([]byte, error) {
	raw, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return nil, err
	}
	defer raw.Close()
	conn := tls.Client(raw, config)
	if err := conn.Handshake(); err != nil { // want "warning: conn.Handshake waits for the peer on \"conn\""
		return nil, err
	}
	return conn.ConnectionState().OCSPResponse, nil
}

func call(addr, method string, args, reply any) error {
	client, err := jsonrpc.Dial("tcp", addr) // want "note: jsonrpc.Dial has no timeout: it waits for a host that does not answer as long as the system does"
	if err != nil {
		return err
	}
	defer client.Close()
	return client.Call(method, args, reply)
}

func newClient(config *tls.Config) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: config}} // want "note: http.Transport without DialContext dials without a timeout"
}

// The deadline of the dial is taken away before the peer is asked.
func lift(raw net.Conn, config *tls.Config) error {
	raw.SetDeadline(time.Time{})
	conn := tls.Client(raw, config)
	return conn.Handshake() // want "warning: conn.Handshake waits for the peer on \"conn\""
}

func greet(raw net.Conn, config *tls.Config) error {
	conn := tls.Client(raw, config)
	return conn.Handshake() // want "warning: conn.Handshake waits for the peer on \"conn\""
}

func greetSoon(raw net.Conn, config *tls.Config) error {
	raw.SetDeadline(time.Now().Add(time.Minute))
	return greet(raw, config)
}

// One caller of several sets none.
func greetSometime(raw net.Conn, config *tls.Config) error {
	return greet(raw, config)
}
