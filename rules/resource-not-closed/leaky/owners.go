package owners

import (
	"bufio"
	"encoding/json"
	"errors"
	"net"
	"os"
)

type table struct {
	root  *os.Root
	rows  *bufio.Reader
	names map[string]string
}

func (t *table) load() error {
	f, err := t.root.Open("names.json")
	if err != nil {
		return err
	}
	defer f.Close()
	return json.NewDecoder(f).Decode(&t.names)
}

func (t *table) Close() error { return t.root.Close() }

// The owner is made of the root, and dropped with it.
func openTable(dir string) (*table, error) {
	root, err := os.OpenRoot(dir) // want "note: root \"root\" from os.OpenRoot is not closed when the function returns at line 36"
	if err != nil {
		return nil, err
	}
	t := &table{root: root, names: map[string]string{}}
	if err := t.load(); err != nil {
		return nil, err
	}
	return t, nil
}

func openChecked(dir string) (*table, error) {
	root, err := os.OpenRoot(dir) // want "warning: root \"root\" from os.OpenRoot is not closed when the function returns at line 48"
	if err != nil {
		return nil, err
	}
	t := &table{root, nil, map[string]string{}}
	if len(t.names) == 0 {
		return nil, errors.New("empty")
	}
	return t, nil
}

const limit = 1e9

type port struct {
	Conn  net.Conn
	model byte
}

// The field is exported, but nobody has seen its owner.
func openPort(addr string) (*port, error) {
	var p port
	conn, err := net.DialTimeout("tcp", addr, limit) // want "warning: connection \"conn\" from net.DialTimeout is not closed when the function returns at line 71"
	if err != nil {
		return nil, err
	}
	p.Conn = conn
	var answer [1]byte
	n, _ := conn.Read(answer[:])
	if n == 0 {
		return nil, errors.New("no answer")
	}
	p.model = answer[0]
	return &p, nil
}

func openDirectly(addr string) (*port, error) {
	p := new(port)
	var err error
	p.Conn, err = net.DialTimeout("tcp", addr, limit) // want "warning: the connection from net.DialTimeout in field \"Conn\" of \"p\" is not closed when the function drops \"p\" and returns at line 85"
	if err != nil {
		return nil, err
	}
	if p.model == 0 {
		return nil, errors.New("no model")
	}
	return p, nil
}

// Before the literal that has the owner there is a return that drops it.
func openFiltered(dir string, run func(func(string) bool) error) (*table, error) {
	root, err := os.OpenRoot(dir) // want "root \"root\" from os.OpenRoot is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	t := &table{root: root, names: map[string]string{}}
	if len(dir) == 0 {
		return nil, errors.New("no folder")
	}
	filter := func(name string) bool { return t.names[name] != "" }
	if err := run(filter); err != nil {
		return nil, err
	}
	return t, nil
}
