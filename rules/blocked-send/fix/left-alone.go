// Package fixture: a buffer would not be enough, or somebody could tell the difference.
package fixture

import (
	"sync"
	"time"
)

// A map may grow while it is ranged over.
func overMap(runs map[string]func() error) error {
	failed := make(chan error)
	for _, run := range runs {
		go func() { failed <- run() }()
	}
	return <-failed
}

// There is a second slice.
func changed(runs, more []func() error) error {
	failed := make(chan error)
	runs = append(runs, more...)
	for _, run := range runs {
		go func() { failed <- run() }()
	}
	return <-failed
}

// A slice of slices has more elements than its length says.
func nested(lists [][]func() error) error {
	failed := make(chan error)
	for _, runs := range lists {
		for _, run := range runs {
			go func() { failed <- run() }()
		}
	}
	return <-failed
}

func sendsOften(next func() (int, bool)) int {
	numbers := make(chan int)
	go func() {
		for {
			n, ok := next()
			if !ok {
				return
			}
			numbers <- n
		}
	}()
	select {
	case n := <-numbers:
		return n
	case <-time.After(time.Second):
		return 0
	}
}

// What follows the send now follows the receive.
func goesOn(run func() error, after func()) error {
	done := make(chan error)
	go func() {
		done <- run()
		after()
	}()
	select {
	case err := <-done:
		return err
	case <-time.After(time.Second):
		return nil
	}
}

func defersMore(run func() error, wg *sync.WaitGroup) error {
	done := make(chan error)
	go func() {
		defer wg.Done()
		done <- run()
	}()
	select {
	case err := <-done:
		return err
	case <-time.After(time.Second):
		return nil
	}
}

// The two goroutines send three times.
func sendsTwice(first, second func() error) error {
	failed := make(chan error)
	go func() {
		failed <- first()
		failed <- second()
	}()
	go func() { failed <- second() }()
	return <-failed
}
