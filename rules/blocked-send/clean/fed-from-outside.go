package feed

import (
	"context"
	"time"
)

type request struct{ name string }

type stream interface {
	Recv() (*request, error)
	Send(name string) error
	Context() context.Context
}

type consumer interface {
	Consume(queue string) (<-chan []byte, error)
}

// There is one answer for each question, and one question at a time.
func ask(questions []string, answer func(string) int, quit <-chan struct{}) int {
	asked := make(chan string)
	answers := make(chan int, 1)
	defer close(asked)
	go func() {
		for question := range asked {
			answers <- answer(question)
		}
	}()
	sum := 0
	for _, question := range questions {
		asked <- question
		select {
		case n := <-answers:
			sum += n
		case <-quit:
			return sum
		}
	}
	return sum
}

// The first message is all that is sent.
func first(c consumer, queue string, timeout time.Duration) bool {
	messages, err := c.Consume(queue)
	if err != nil {
		return false
	}
	ok := make(chan bool, 1)
	go func() {
		for range messages {
			ok <- true
			return
		}
	}()
	for {
		select {
		case <-ok:
			return true
		case <-time.After(timeout):
			return false
		}
	}
}

// What finds no room is left out.
func latest(c consumer, queue string, timeout time.Duration) bool {
	messages, err := c.Consume(queue)
	if err != nil {
		return false
	}
	ok := make(chan bool, 1)
	go func() {
		for range messages {
			select {
			case ok <- true:
			default:
			}
		}
	}()
	for {
		select {
		case <-ok:
			return true
		case <-time.After(timeout):
			return false
		}
	}
}

// Whoever leaves takes out what still comes.
func handle(s stream) error {
	requests := make(chan *request, 1)
	go func() {
		defer close(requests)
		for {
			r, err := s.Recv()
			if err != nil {
				return
			}
			requests <- r
		}
	}()
	for r := range requests {
		if err := s.Send(r.name); err != nil {
			for range requests {
			}
			return err
		}
	}
	return nil
}

// The send ends with the stream.
func handshake(s stream, timeout time.Duration) error {
	requests := make(chan *request, 1)
	go func() {
		for {
			r, err := s.Recv()
			if err != nil {
				return
			}
			select {
			case requests <- r:
			case <-s.Context().Done():
				return
			}
		}
	}()
	for {
		select {
		case r := <-requests:
			return s.Send(r.name)
		case <-time.After(timeout):
			return nil
		}
	}
}
