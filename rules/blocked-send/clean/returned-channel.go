package stream

import "context"

type item struct {
	text string
	last bool
	err  error
}

// It hears of its context.
func listening(ctx context.Context, n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; i < n; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func firstOver(ctx context.Context, limit int) int {
	for n := range listening(ctx, 1000) {
		if n > limit {
			return n
		}
	}
	return 0
}

// All of it is read.
func lines(texts []string) <-chan item {
	out := make(chan item)
	go func() {
		defer close(out)
		for i, text := range texts {
			out <- item{text: text, last: i == len(texts)-1}
		}
	}()
	return out
}

func total(texts []string) (sum int) {
	for line := range lines(texts) {
		if line.text == "" {
			continue
		}
		sum += len(line.text)
	}
	return sum
}

// The value says that it is the last one, or what went wrong.
func untilLast(texts []string, take func(string)) error {
	for line := range lines(texts) {
		if line.err != nil {
			return line.err
		}
		err := line.err
		if err != nil {
			break
		}
		take(line.text)
		if line.last {
			break
		}
	}
	return nil
}

// The rest is drained.
func someOf(texts []string, fits func(string) bool) string {
	all := lines(texts)
	for line := range all {
		if fits(line.text) {
			go func() {
				for range all {
				}
			}()
			return line.text
		}
	}
	return ""
}

// There is room for the only value.
func later(ask func() string) <-chan string {
	answer := make(chan string, 1)
	go func() { answer <- ask() }()
	return answer
}

func answerOf(ctx context.Context, ask func() string) string {
	select {
	case text := <-later(ask):
		return text
	case <-ctx.Done():
		return ""
	}
}

// One value, and whoever takes it leaves.
func only(ask func() string) <-chan string {
	answer := make(chan string)
	go func() {
		defer close(answer)
		answer <- ask()
	}()
	return answer
}

func take(ask func() string, fits func(string) bool) bool {
	for text := range only(ask) {
		if fits(text) {
			return true
		}
	}
	return false
}

type session struct {
	receive func() (string, error)
	items   chan string
	gone    chan struct{}
}

// The pump hears that the reader has left.
func serve(receive func() (string, error), handle func(string) error) error {
	s := &session{receive: receive, items: make(chan string), gone: make(chan struct{})}
	defer close(s.gone)
	go s.pump()
	for text := range s.items {
		if err := handle(text); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) pump() {
	defer close(s.items)
	for {
		text, err := s.receive()
		if err != nil {
			return
		}
		select {
		case s.items <- text:
		case <-s.gone:
			return
		}
	}
}

type reader struct{ texts chan string }

// It reads to the end, and the loop of the pump ends by itself.
func (r *reader) all(texts []string, handle func(string) error) (last error) {
	r.texts = make(chan string)
	go r.send(texts)
	for text := range r.texts {
		if err := handle(text); err != nil {
			last = err
		}
	}
	return last
}

func (r *reader) send(texts []string) {
	defer close(r.texts)
	for _, text := range texts {
		r.texts <- text
	}
}
