package store

import (
	"context"
	"errors"
	"time"
)

var errSlow = errors.New("slow")

type request struct {
	line  string
	reply chan error
}

type writer struct {
	requests chan *request
	quit     chan struct{}
	write    func(string) error
}

func (w *writer) run() {
	for {
		select {
		case r := <-w.requests:
			r.reply <- w.write(r.line) // want "warning: nobody receives from \"r.reply\" where the caller has given up by \"case <-ctx.Done\(\)\" at line 43: whoever answers then waits in this send for ever"
		case <-w.quit:
			return
		}
	}
}

func (w *writer) add(ctx context.Context, line string) error {
	r := &request{line: line, reply: make(chan error)}
	select {
	case w.requests <- r:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-r.reply:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

type query struct {
	name   string
	answer chan string
}

// The channel has a variable of its own, a method answers, and a nil test is no question about the caller.
func (q query) done(text string) {
	if q.answer != nil {
		q.answer <- text // want "nobody receives from \"q.answer\" where the caller has given up by \"case <-timer.C\" at line 77"
	}
}

func serve(queries <-chan query, look func(string) string) {
	for q := range queries {
		q.done(look(q.name))
	}
}

func ask(queries chan<- query, name string) (string, error) {
	answer := make(chan string)
	queries <- query{name, answer}
	timer := time.NewTimer(time.Second)
	defer timer.Stop()
	for {
		select {
		case text := <-answer:
			if text != "" {
				return text, nil
			}
		case <-timer.C:
			return "", errSlow
		}
	}
}
