package commands

import (
	"bufio"
	"crypto/tls"
	"net"
)

type mailbox struct {
	conn   net.Conn
	config *tls.Config
}

func (m *mailbox) line() (string, error) {
	return bufio.NewReader(m.conn).ReadString('\n')
}

// secure waits for a peer as long as that says nothing.
func (m *mailbox) secure() error {
	if _, err := m.line(); err != nil {
		return err
	}
	conn := tls.Server(m.conn, m.config)
	if err := conn.Handshake(); err != nil { // want "warning: conn.Handshake waits for the peer on \"conn\""
		return err
	}
	m.conn = conn
	return nil
}

// Greet is called by whoever has it as an interface, with a deadline or without.
func (m *mailbox) Greet(raw net.Conn) error {
	conn := tls.Server(raw, m.config)
	return conn.Handshake() // want "warning: conn.Handshake waits for the peer on \"conn\""
}
