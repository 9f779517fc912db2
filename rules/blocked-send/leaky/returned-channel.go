package stream

import "context"

// Whoever stops reading before the end leaves the producer behind.
func numbers(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; i < n; i++ {
			out <- i // want "warning: nobody receives from \"out\" any more once its reader leaves at line 20: the goroutine started at line 8 then stays in this send for ever"
		}
	}()
	return out
}

func FirstOver(limit int) int {
	for n := range numbers(1000) {
		if n > limit {
			return n
		}
	}
	return 0
}

type node interface {
	Children(ctx context.Context) ([]node, error)
	Name() string
}

// The goroutine hears nothing of its context in the send.
func names(ctx context.Context, root node) <-chan string {
	found := make(chan string)
	go func() {
		defer close(found)
		todo := []node{root}
		for len(todo) > 0 {
			next := todo[0]
			found <- next.Name() // want "nobody receives from \"found\" any more once its reader leaves at line 55"
			more, err := next.Children(ctx)
			if err != nil {
				return
			}
			todo = append(todo[1:], more...)
		}
	}()
	return found
}

func find(ctx context.Context, root node, fits func(string) bool) string {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for name := range names(ctx, root) {
		if fits(name) {
			return name
		}
	}
	return ""
}

func later(ask func() string) (<-chan string, error) {
	answer := make(chan string)
	go func() {
		answer <- ask() // want "nobody receives from \"answer\" any more once its reader leaves at line 77"
	}()
	return answer, nil
}

func answerOf(ctx context.Context, ask func() string) string {
	answer, err := later(ask)
	if err != nil {
		return ""
	}
	select {
	case text := <-answer:
		return text
	case <-ctx.Done():
		return ""
	}
}

type session struct {
	receive func() (string, error)
	items   chan string
}

func serve(receive func() (string, error), handle func(string) error) error {
	s := &session{receive: receive, items: make(chan string)}
	go s.pump()
	for item := range s.items {
		if err := handle(item); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) pump() {
	defer close(s.items)
	for {
		item, err := s.receive()
		if err != nil {
			return
		}
		s.items <- item // want "nobody receives from \"items\" any more once its reader leaves at line 92: the goroutine started at line 89"
	}
}
