package query

import (
	"context"
	"time"
)

func result(ctx context.Context, run func() error) error {
	done := make(chan error, 1)
	go func() {
		err := run()
		if err != nil {
			done <- err
			return
		}
		done <- nil
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func perSender(ctx context.Context, jobs []func() error) error {
	results := make(chan error, len(jobs))
	for _, job := range jobs {
		go func(job func() error) { results <- job() }(job)
	}
	for range jobs {
		select {
		case err := <-results:
			if err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func three(run func(int) error) error {
	results := make(chan error, 3)
	for i := 0; i < 3; i++ {
		go func(i int) { results <- run(i) }(i)
	}
	for i := 0; i < 3; i++ {
		select {
		case err := <-results:
			if err != nil {
				return err
			}
		case <-time.After(time.Second):
			return context.DeadlineExceeded
		}
	}
	return nil
}

// The next one is only started when the last one has said that it is done.
func oneAtATime(queue <-chan int, quit <-chan struct{}, send func(int) error) {
	var done chan struct{}
	failed := make(chan error, 1)
	pending := 0
	for {
		if done == nil && pending > 0 {
			done = make(chan struct{})
			go func(n int, done chan struct{}) {
				if err := send(n); err != nil {
					failed <- err
					return
				}
				close(done)
			}(pending, done)
		}
		select {
		case n := <-queue:
			pending += n
		case <-done:
			done = nil
		case <-failed:
			return
		case <-quit:
			return
		}
	}
}
