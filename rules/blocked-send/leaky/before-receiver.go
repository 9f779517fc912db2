package order

import (
	"context"
	"errors"
)

var errFull = errors.New("full")

func reversed(work func(int)) {
	numbers := make(chan int)
	numbers <- 1 // want "this send never ends: nobody else knows \"numbers\", made without a buffer at line 11, so nobody can receive"
	go func() {
		work(<-numbers)
	}()
}

// What becomes of the channel later cannot help.
func refuse(full bool, results chan error) <-chan error {
	if full {
		refused := make(chan error)
		refused <- errFull // want "this send never ends: nobody else knows \"refused\", made without a buffer at line 21, so nobody can receive"
		close(refused)
		return refused
	}
	return results
}

// Another goroutine has the channel, but not on this way.
func stream(ctx context.Context, next func() (int, error)) <-chan error {
	failed := make(chan error)
	defer func() { _ = recover() }()
	if ctx.Err() == nil {
		go func() {
			defer close(failed)
			_, err := next()
			failed <- err
		}()
		return failed
	}
	failed <- ctx.Err() // want "this send never ends: nobody else knows \"failed\""
	return failed
}

// A new one in each pass.
func each(names []string, ask func(string, <-chan int)) {
	for id, name := range names {
		ids := make(chan int)
		defer close(ids)
		ids <- id // want "this send never ends: nobody else knows \"ids\""
		go ask(name, ids)
	}
}
