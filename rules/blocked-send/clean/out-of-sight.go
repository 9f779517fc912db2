package query

import (
	"context"
	"os"
	"time"
)

type owner struct{ results chan int }

func returned(run func() int) <-chan int {
	results := make(chan int)
	go func() { results <- run() }()
	return results
}

func stored(o *owner, run func() int) {
	results := make(chan int)
	o.results = results
	go func() { results <- run() }()
}

func computed(ctx context.Context, size int, run func() int) int {
	results := make(chan int, size)
	go func() { results <- run() }()
	select {
	case n := <-results:
		return n
	case <-ctx.Done():
		return 0
	}
}

func receivedByAnother(ctx context.Context, run func() int, use func(int)) {
	results := make(chan int)
	go func() {
		for n := range results {
			use(n)
		}
	}()
	go func() {
		defer close(results)
		results <- run()
	}()
	<-ctx.Done()
}

func endsTheProcess(run func() error) {
	done := make(chan error)
	go func() { done <- run() }()
	select {
	case <-done:
	case <-time.After(time.Second):
		os.Exit(1)
	}
}

const exitFailed = 1

// The process ends with the exit code that the command returns.
func command(run func() error) (int, error) {
	done := make(chan error)
	go func() { done <- run() }()
	select {
	case err := <-done:
		return exitFailed, err
	case <-time.After(time.Second):
		return 0, nil
	}
}
