package results

import "errors"

var errFull = errors.New("full")

type result struct {
	id   int
	done chan error
}

func (r *result) wait() error { return <-r.done }

// refused gives a result that is known from the start.
func refused(id int) *result {
	r := &result{id: id, done: make(chan error)}
	if r.id > 0 {
		r.done <- errFull // want "warning: .*\"r.done\".*"
	}
	return r
}

// byPosition does the same.
func byPosition(id int) *result {
	r := &result{id, make(chan error)}
	r.done <- errFull // want "warning: .*\"r.done\".*"
	return r
}
