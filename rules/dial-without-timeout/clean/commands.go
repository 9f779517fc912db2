package commands

import (
	"bufio"
	"crypto/tls"
	"net"
	"time"
)

type mailbox struct {
	conn   net.Conn
	config *tls.Config
}

func (m *mailbox) line() (string, error) {
	m.conn.SetDeadline(time.Now().Add(time.Minute))
	return bufio.NewReader(m.conn).ReadString('\n')
}

// secure has read a line before, and with it set a deadline.
func (m *mailbox) secure() error {
	if _, err := m.line(); err != nil {
		return err
	}
	conn := tls.Server(m.conn, m.config)
	if err := conn.Handshake(); err != nil {
		return err
	}
	m.conn = conn
	return nil
}
