package sshd

import "golang.org/x/crypto/ssh"

type option func(*ssh.ClientConfig)

// Any of the options may set the timeout.
func newConfig(options []option) *ssh.ClientConfig {
	config := &ssh.ClientConfig{}
	for _, set := range options {
		set(config)
	}
	return config
}

func run(addr string) (*ssh.Client, error) {
	return ssh.Dial("tcp", addr, newConfig(nil))
}
