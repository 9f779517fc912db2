// Command load sends commands to a machine that accepts connections and says nothing: go run ./load leaky, or fixed.
package main

import (
	"io"
	"log"
	"net"
	"time"

	"golang.org/x/crypto/ssh"

	"example.org/probe"
	fixed "example.org/ssh-command/fixed"
	leaky "example.org/ssh-command/leaky"
)

// patience is how long a caller of the service waits for the answer to a request.
const patience = 20 * time.Millisecond

func main() {
	address := silentMachine()
	auth, hostKey := ssh.Password("secret"), ssh.InsecureIgnoreHostKey()
	before := leaky.Service{User: "deploy", Auth: auth, HostKey: hostKey}
	after := fixed.Service{User: "deploy", Auth: auth, HostKey: hostKey, Timeout: patience / 4}
	probe.Run(probe.Load{
		About: "goroutines",
		Calls: 5,
		Leaky: func() { request(func() { _, _ = before.Run(address, "uptime") }) },
		Fixed: func() { request(func() { _, _ = after.Run(address, "uptime") }) },
	})
}

// request handles one request as a server does: in a goroutine that the caller does not wait for beyond its patience.
func request(handle func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		handle()
	}()
	select {
	case <-done:
	case <-time.After(patience):
	}
}

// silentMachine listens, and never answers: what a half-open connection looks like to its client.
func silentMachine() string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				_, _ = io.Copy(io.Discard, conn)
			}()
		}
	}()
	return listener.Addr().String()
}
