package daemon

import (
	"net"
	"time"
)

// That the goroutine has begun does not mean that it is done.
func start(serve func(net.Listener) error, l net.Listener) error {
	started := make(chan struct{})
	failed := make(chan error)
	go func() {
		close(started)
		failed <- serve(l) // want "nobody receives from \"failed\" once \"case <-time.After\(time.Second\)\" at line 20 leaves"
	}()
	<-started
	select {
	case err := <-failed:
		return err
	case <-time.After(time.Second):
		return nil
	}
}

// The first answer is not the last thing that it sends.
func talk(ask func() (string, error), quit <-chan struct{}) error {
	greeting := make(chan string, 1)
	failed := make(chan error)
	go func() {
		text, err := ask()
		greeting <- text
		failed <- err // want "nobody receives from \"failed\" once \"case <-quit\" at line 38 leaves"
	}()
	println(<-greeting)
	select {
	case err := <-failed:
		return err
	case <-quit:
		return nil
	}
}

type judge interface{ Ask() bool }

// The channel is a parameter of the literal.
func agreed(judges []judge, needed int) bool {
	votes := make(chan bool)
	for _, each := range judges {
		go func(j judge, out chan<- bool) {
			out <- j.Ask() // want "warning: only one value is received from \"votes\", on which several goroutines send, before the function returns at line 59"
		}(each, votes)
	}
	yes := 0
	for range judges {
		if <-votes {
			yes++
		}
		if yes >= needed {
			return true
		}
	}
	return false
}
