package server

import (
	"archive/zip"
	"bufio"
	"errors"
	"net"
)

var errFull = errors.New("full")

func probe(addr string) error {
	_, err := net.Dial("tcp", addr) // want "warning: nothing holds the connection from net.Dial, so nobody can close it" "note: net.Dial has no timeout"
	return err
}

func localAddress() (string, error) {
	conn, err := net.Dial("udp", "192.0.2.1:80") // want "warning: connection \"conn\" from net.Dial is not closed when the function returns at line 22"
	if err != nil {
		return "", err
	}
	return conn.LocalAddr().String(), nil
}

func greet(addr string) (string, error) {
	conn, err := net.Dial("tcp", addr) // want "warning: connection \"conn\" from net.Dial is not closed when the function returns at line 34" "note: net.Dial has no timeout"
	if err != nil {
		return "", err
	}
	line, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil {
		return "", err
	}
	return line, nil
}

// The one connection too many is forgotten.
func accept(ln net.Listener, handle func(net.Conn), free func() bool) error {
	for {
		conn, err := ln.Accept() // want "warning: connection \"conn\" from ln.Accept is made anew in each pass of the loop at line 39"
		if err != nil {
			return err
		}
		if !free() {
			continue
		}
		go handle(conn)
	}
}

func listen(addr string, ready bool) (net.Listener, error) {
	ln, err := net.Listen("tcp", addr) // want "warning: listener \"ln\" from net.Listen is not closed when the function returns at line 57"
	if err != nil {
		return nil, err
	}
	if !ready {
		return nil, errFull
	}
	return ln, nil
}

func count(path string) int {
	archive, err := zip.OpenReader(path) // want "warning: archive \"archive\" from zip.OpenReader is not closed when the function returns at line 67"
	if err != nil {
		return 0
	}
	return len(archive.File)
}
