package sshd

import (
	"net"

	"golang.org/x/crypto/ssh"
)

func run(addr, user string, auth ssh.AuthMethod) (*ssh.Client, error) {
	config := &ssh.ClientConfig{
		User: user,
		Auth: []ssh.AuthMethod{auth},
	}
	return ssh.Dial("tcp", addr, config) // want "warning: ssh.Dial is given no Timeout: a host that does not answer holds this goroutine"
}

func runBounded(addr, user string) (*ssh.Client, error) {
	config := &ssh.ClientConfig{User: user}
	config.Timeout = connectTimeout
	return ssh.Dial("tcp", addr, config) // want "note: Timeout bounds only the connect: ssh.Dial then waits without a limit for the handshake"
}

const connectTimeout = 10e9

// The connect has a limit, the handshake has none.
func client(addr string, config *ssh.ClientConfig) (*ssh.Client, error) {
	conn, err := net.DialTimeout("tcp", addr, config.Timeout)
	if err != nil {
		return nil, err
	}
	c, chans, reqs, err := ssh.NewClientConn(conn, addr, config) // want "warning: ssh.NewClientConn waits for the peer on \"conn\", which has no deadline"
	if err != nil {
		conn.Close()
		return nil, err
	}
	return ssh.NewClient(c, chans, reqs), nil
}

// One silent client keeps all others out.
func serve(ln net.Listener, config *ssh.ServerConfig, handle func(*ssh.ServerConn, <-chan ssh.NewChannel)) error {
	for {
		conn, err := ln.Accept()
		if err != nil {
			return err
		}
		c, chans, reqs, err := ssh.NewServerConn(conn, config) // want "warning: ssh.NewServerConn waits .* and the loop at line 41 accepts nobody else"
		if err != nil {
			conn.Close()
			continue
		}
		go ssh.DiscardRequests(reqs)
		go handle(c, chans)
	}
}

// The timer ends the wait of the caller, and leaves the goroutine in the handshake.
func abandoned(conn net.Conn, config *ssh.ServerConfig, expired <-chan struct{}) *ssh.ServerConn {
	done := make(chan *ssh.ServerConn, 1)
	go func() {
		c, _, _, _ := ssh.NewServerConn(conn, config) // want "warning: ssh.NewServerConn waits for the peer on \"conn\""
		done <- c
	}()
	select {
	case c := <-done:
		return c
	case <-expired:
		return nil
	}
}
