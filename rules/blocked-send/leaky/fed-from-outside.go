package feed

import (
	"context"
	"errors"
	"time"
)

var errTimeout = errors.New("timeout")

type consumer interface {
	Consume(queue string) (<-chan []byte, error)
}

// Nobody says that there is one message only: once the check has left, one has room, and the next one waits.
func check(c consumer, queue string, timeout time.Duration) error {
	messages, err := c.Consume(queue)
	if err != nil {
		return err
	}
	ok := make(chan bool, 1)
	go func() {
		for range messages {
			ok <- true // want "warning: nobody receives from \"ok\" once"
		}
	}()
	for {
		select {
		case <-ok:
			return nil
		case <-time.After(timeout):
			return errTimeout
		}
	}
}

type request struct{ name string }

type stream interface {
	Recv() (*request, error)
	Send(name string) error
	Context() context.Context
}

// The peer may have sent more requests before it hears that the handler has left.
func handle(s stream, pushes <-chan string) error {
	requests := make(chan *request, 1)
	go func() {
		defer close(requests)
		for {
			r, err := s.Recv()
			if err != nil {
				return
			}
			requests <- r // want "warning: nobody receives from \"requests\" once"
		}
	}()
	for {
		select {
		case r, ok := <-requests:
			if !ok {
				return nil
			}
			if err := s.Send(r.name); err != nil {
				return err
			}
		case name := <-pushes:
			if err := s.Send(name); err != nil {
				return err
			}
		}
	}
}
