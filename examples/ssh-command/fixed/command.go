// Package sshcommand runs commands on other machines.
package sshcommand

import (
	"fmt"
	"net"
	"time"

	"golang.org/x/crypto/ssh"
)

// Service runs commands as one user.
type Service struct {
	User    string
	Auth    ssh.AuthMethod
	HostKey ssh.HostKeyCallback
	// Timeout is for the connection and the handshake.
	Timeout time.Duration
}

// Run gives the output of the command on the machine at the address.
func (s *Service) Run(address, command string) (string, error) {
	config := &ssh.ClientConfig{
		User:            s.User,
		Auth:            []ssh.AuthMethod{s.Auth},
		HostKeyCallback: s.HostKey,
	}
	client, err := dial(address, config, s.Timeout)
	if err != nil {
		return "", fmt.Errorf("connect to %s: %w", address, err)
	}
	defer client.Close()
	session, err := client.NewSession()
	if err != nil {
		return "", fmt.Errorf("open a session on %s: %w", address, err)
	}
	defer session.Close()
	output, err := session.CombinedOutput(command)
	return string(output), err
}

// dial bounds the handshake too: the Timeout of ssh.ClientConfig ends where the connection begins.
func dial(address string, config *ssh.ClientConfig, timeout time.Duration) (*ssh.Client, error) {
	conn, err := net.DialTimeout("tcp", address, timeout)
	if err != nil {
		return nil, err
	}
	if err := conn.SetDeadline(time.Now().Add(timeout)); err != nil {
		conn.Close()
		return nil, err
	}
	sshConn, channels, requests, err := ssh.NewClientConn(conn, address, config)
	if err != nil {
		conn.Close()
		return nil, err
	}
	if err := conn.SetDeadline(time.Time{}); err != nil {
		sshConn.Close()
		return nil, err
	}
	return ssh.NewClient(sshConn, channels, requests), nil
}
