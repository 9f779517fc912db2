package store

import (
	"io"
	"net"
	"net/http"
	"os"
	"time"
)

func declared(name string) error {
	var f, err = os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(io.Discard, f)
	return err
}

func declaredInGroup(address string) (int, error) {
	var (
		buffer    [64]byte
		conn, err = net.DialTimeout("tcp", address, time.Second)
	)
	if err != nil {
		return 0, err
	}
	defer conn.Close()
	return conn.Read(buffer[:])
}

func declaredInParentheses(name string) error {
	var f, err = (os.Open(name))
	if err != nil {
		return err
	}
	return f.Close()
}

func declaredResponse(url string) error {
	var resp, err = http.Get(url)
	if err == nil {
		defer resp.Body.Close()
		_, err = io.Copy(os.Stdout, resp.Body)
	}
	return err
}

func declaredInSwitch(name string) error {
	var f, problem = os.Open(name)
	switch problem {
	case nil:
		return f.Close()
	default:
		return problem
	}
}
