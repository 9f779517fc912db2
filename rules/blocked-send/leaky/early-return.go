package handshake

import "errors"

var errNode = errors.New("wrong node")

type conn struct{}

func (conn) write(string) error          { return nil }
func (conn) read() (string, error)       { return "", nil }
func (conn) accept(string) (bool, error) { return true, nil }

func exchange(c conn, hello string) error {
	written := make(chan error)
	go func() { written <- c.write(hello) }() // want "nobody receives from \"written\" once the function returns at line 18: the goroutine started at line 15 then stays"
	reply, err := c.read()
	if err != nil {
		return err
	}
	if err := <-written; err != nil {
		return err
	}
	if reply != hello {
		return errNode
	}
	return nil
}

// Two channels of one goroutine: both are left behind.
func copyOver(c conn, load func() (int, error)) (int, error) {
	failed := make(chan error)
	loaded := make(chan int)
	go func() {
		n, err := load()
		if err != nil {
			failed <- err // want "nobody receives from \"failed\" once the function returns at line 42"
		} else {
			loaded <- n // want "nobody receives from \"loaded\" once the function returns at line 42"
		}
	}()
	if _, err := c.accept("copy"); err != nil {
		return 0, err
	}
	select {
	case err := <-failed:
		return 0, err
	case n := <-loaded:
		return n, nil
	}
}

// A closure that is started by its name.
func named(c conn) error {
	result := make(chan error)
	send := func() {
		_, err := c.read()
		result <- err // want "nobody receives from \"result\" once the function returns at line 61"
	}
	go send()
	if err := c.write("x"); err != nil {
		return err
	}
	return <-result
}
