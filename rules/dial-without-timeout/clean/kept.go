package sshd

import (
	"time"

	"golang.org/x/crypto/ssh"
)

// Completed by another method.
type patient struct {
	addr   string
	config *ssh.ClientConfig
}

func newPatient(addr, user string) *patient {
	return &patient{addr: addr, config: &ssh.ClientConfig{User: user}}
}

func (p *patient) wait(limit time.Duration) { p.config.Timeout = limit }

func (p *patient) dial() (*ssh.Client, error) { return ssh.Dial("tcp", p.addr, p.config) }

// Given by whoever makes it.
type guest struct {
	addr string
	conf *ssh.ClientConfig
}

func newGuest(addr string, conf *ssh.ClientConfig) *guest {
	return &guest{addr: addr, conf: conf}
}

func (g *guest) dial() (*ssh.Client, error) { return ssh.Dial("tcp", g.addr, g.conf) }

// Shown to a function that completes it.
type shared struct {
	addr     string
	settings *ssh.ClientConfig
}

func newShared(addr string, complete func(*ssh.ClientConfig)) *shared {
	settings := &ssh.ClientConfig{}
	complete(settings)
	return &shared{addr: addr, settings: settings}
}

func (s *shared) dial() (*ssh.Client, error) { return ssh.Dial("tcp", s.addr, s.settings) }
