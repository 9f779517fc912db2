package results

import "errors"

var errFull = errors.New("full")

type result struct {
	id   int
	done chan error
}

func (r *result) wait() error { return <-r.done }

// refused has room for what is known from the start.
func refused(id int) *result {
	r := &result{id: id, done: make(chan error, 1)}
	r.done <- errFull
	return r
}

// watched is heard before it says anything.
func watched(id int, tell func(error)) *result {
	r := &result{id: id, done: make(chan error)}
	go func() { tell(r.wait()) }()
	r.done <- errFull
	return r
}

// started hands itself over first.
func started(id int, keep func(*result)) {
	r := &result{id: id, done: make(chan error)}
	keep(r)
	r.done <- errFull
}

// later gets a channel of its own.
func later(id int) *result {
	r := &result{id: id, done: make(chan error)}
	r.done = make(chan error, 1)
	r.done <- errFull
	return r
}
