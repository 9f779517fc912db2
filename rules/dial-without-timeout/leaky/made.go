package sshd

import (
	"net"
	"time"

	"golang.org/x/crypto/ssh"
)

// The configuration comes from another function.
func newConfig(user string) *ssh.ClientConfig { return &ssh.ClientConfig{User: user} }

func run(addr, user string) (*ssh.Client, error) {
	return ssh.Dial("tcp", addr, newConfig(user)) // want "warning: ssh.Dial is given no Timeout"
}

// The deadline comes too late.
func late(conn net.Conn, config *ssh.ServerConfig) (*ssh.ServerConn, error) {
	c, _, _, err := ssh.NewServerConn(conn, config) // want "warning: ssh.NewServerConn waits for the peer"
	conn.SetDeadline(time.Now().Add(time.Minute))
	return c, err
}
