package reader

import "context"

type message struct{}

func read(next func() (message, error), messages chan<- message, failed chan<- error) {
	for {
		m, err := next()
		if err != nil {
			failed <- err
			return
		}
		messages <- m // want "nobody receives from \"messages\" once \"case <-ctx.Done\(\)\" at line 28 leaves"
	}
}

func serve(ctx context.Context, next func() (message, error), handle func(message)) error {
	messages := make(chan message)
	failed := make(chan error, 1)
	go read(next, messages, failed)
	for {
		select {
		case m := <-messages:
			handle(m)
		case err := <-failed:
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
