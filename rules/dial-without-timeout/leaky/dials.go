package agent

import (
	"net"
	"net/rpc"
	"net/rpc/jsonrpc"
	"time"
)

type session struct{ conn net.Conn }

func clientHandshake(conn net.Conn) (*session, error) { return &session{conn}, nil }

// One host that does not answer holds up all later attempts.
func redial(addr string) *rpc.Client {
	client, err := jsonrpc.Dial("tcp", addr) // want "note: jsonrpc.Dial has no timeout"
	for err != nil {
		time.Sleep(time.Second)
		client, err = jsonrpc.Dial("tcp", addr) // want "note: jsonrpc.Dial has no timeout"
	}
	return client
}

// Once connected, the peer may say nothing.
func open(addr string) (*session, error) {
	conn, err := net.Dial("tcp", addr) // want "note: net.Dial has no timeout"
	if err != nil {
		return nil, err
	}
	s, err := clientHandshake(conn)
	if err != nil {
		conn.Close()
		return nil, err
	}
	return s, nil
}
