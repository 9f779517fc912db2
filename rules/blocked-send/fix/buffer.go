// Package fixture: room for every send, so that none has to wait.
package fixture

import (
	"context"
	"time"
)

func oneResult(ctx context.Context, run func() error) error {
	done := make(chan error)
	go func() {
		done <- run()
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Of the two sends a goroutine makes one.
func eitherResult(run func() (int, error)) int {
	result := make(chan int) // the number, or -1
	go func() {
		n, err := run()
		if err != nil {
			result <- -1
			return
		}
		result <- n
	}()
	select {
	case n := <-result:
		return n
	case <-time.After(time.Second):
		return 0
	}
}

func closedBehind(run func() error) error {
	done := make(chan error)
	go func() {
		defer close(done)
		done <- run()
	}()
	select {
	case err := <-done:
		return err
	case <-time.After(time.Second):
		return nil
	}
}

func twoSenders(read, write func() error) error {
	failed := make(chan error)
	go func() { failed <- read() }()
	go func() { failed <- write() }()
	return <-failed
}

func eachTask(ctx context.Context, tasks []func() error) {
	for _, task := range tasks {
		done := make(chan error)
		go func() {
			done <- task()
		}()
		select {
		case <-done:
		case <-ctx.Done():
			return
		}
	}
}

func forEach(runs []func() error) error {
	failed := make(chan error)
	for _, run := range runs {
		go func() { failed <- run() }()
	}
	return <-failed
}

func forEachKept(all []func() error, keep func(func() error) bool) error {
	var runs []func() error
	for _, run := range all {
		if keep(run) {
			runs = append(runs, run)
		}
	}
	failed := make(chan error)
	for _, run := range runs {
		go func() {
			failed <- run()
		}()
	}
	for range runs {
		if err := <-failed; err != nil {
			return err
		}
	}
	return nil
}
