package query

import (
	"context"
	"errors"
	"os"
	"time"
)

var errTimeout = errors.New("timeout")

func withContext(ctx context.Context, run func() error) error {
	done := make(chan error)
	go func() {
		done <- run() // want "warning: nobody receives from \"done\" once \"case <-ctx.Done\(\)\" at line 20 leaves: the goroutine started at line 14 then stays in this send for ever"
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// The clause only falls out of the select, and the function ends.
func withTimeout(run func()) {
	done := make(chan struct{}, 0)
	go func() {
		run()
		done <- struct{}{} // want "nobody receives from \"done\" once \"case <-time.After\(time.Second\)\" at line 34 leaves"
	}()
	select {
	case <-done:
	case <-time.After(time.Second):
		os.Stderr.WriteString("too slow\n")
	}
}

// Cancelling what the goroutine works with does not wake its send.
func cancelled(parent context.Context, run func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	timer := time.NewTimer(time.Second)
	defer timer.Stop()
	result := make(chan error)
	go func() {
		err := run(ctx)
		if err != nil {
			result <- err // want "once \"case <-timer.C\" at line 60 leaves"
			return
		}
		result <- nil
	}()
	for {
		select {
		case err := <-result:
			if err == nil {
				return nil
			}
		case <-timer.C:
			cancel()
			return errTimeout
		}
	}
}

// Also as a package of goroutines that is started by a method Go, and with a labelled break.
type group interface {
	Go(func() error)
}

func grouped(g group, quit <-chan struct{}, next func() int) int {
	var numbers = make(chan int)
	g.Go(func() error {
		for {
			numbers <- next() // want "nobody receives from \"numbers\" once \"case <-quit\" at line 85 leaves"
		}
	})
	sum := 0
loop:
	for {
		select {
		case n := <-numbers:
			sum += n
		case <-quit:
			break loop
		}
	}
	return sum
}

//oracle:goroutines ctx, cancel := context.WithCancel(context.Background()); cancel(); _ = withContext(ctx, func() error { time.Sleep(time.Millisecond); return nil })
