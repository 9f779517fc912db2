// Package sshcommand runs commands on other machines.
package sshcommand

import (
	"fmt"

	"golang.org/x/crypto/ssh"
)

// Service runs commands as one user.
type Service struct {
	User    string
	Auth    ssh.AuthMethod
	HostKey ssh.HostKeyCallback
}

// Run gives the output of the command on the machine at the address.
func (s *Service) Run(address, command string) (string, error) {
	config := &ssh.ClientConfig{
		User:            s.User,
		Auth:            []ssh.AuthMethod{s.Auth},
		HostKeyCallback: s.HostKey,
	}
	client, err := ssh.Dial("tcp", address, config)
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
