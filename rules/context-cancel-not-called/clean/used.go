package fixture

import (
	"context"
	"errors"
	"log"
	"os"
	"time"
)

func deferred(ctx context.Context, get func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return get(ctx)
}

func closure(ctx context.Context, get func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer func() { cancel() }()
	return get(ctx)
}

func ifElse(ctx context.Context, d time.Duration, get func(context.Context) error) error {
	var cancel context.CancelFunc
	if d > 0 {
		ctx, cancel = context.WithTimeout(ctx, d)
	} else {
		ctx, cancel = context.WithCancel(ctx)
	}
	defer cancel()
	return get(ctx)
}

func optional(ctx context.Context, d time.Duration, get func(context.Context) error) error {
	var cancel context.CancelFunc
	if d > 0 {
		ctx, cancel = context.WithTimeout(ctx, d)
	}
	err := get(ctx)
	if cancel != nil {
		cancel()
	}
	return err
}

func handedOn(ctx context.Context, later func(func())) context.Context {
	ctx, cancel := context.WithCancel(ctx)
	later(cancel)
	return ctx
}

func returned(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	return ctx, cancel
}

func named(ctx context.Context) (derived context.Context, cancel func()) {
	derived, cancel = context.WithCancel(ctx)
	return
}

func inGoroutine(ctx context.Context, quit <-chan struct{}) context.Context {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		<-quit
		cancel()
	}()
	return ctx
}

func namedClosure(ctx context.Context, parts []int, work func(func())) error {
	ctx, cancel := context.WithCancel(ctx)
	tooSlow := func() { cancel() }
	for range parts {
		select {
		case <-ctx.Done():
			return ctx.Err()
		default:
			work(tooSlow)
		}
	}
	return nil
}

func withCause(ctx context.Context) {
	_, cancel := context.WithCancelCause(ctx)
	defer cancel(errors.New("done"))
}

func untilDone(ctx context.Context, result <-chan int) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	select {
	case n := <-result:
		cancel()
		return n, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

func untilParentDone(ctx context.Context, restart <-chan int, run func(context.Context)) {
	inner, cancel := context.WithCancel(ctx)
	run(inner)
	for {
		select {
		case <-restart:
			cancel()
			inner, cancel = context.WithCancel(ctx)
			run(inner)
		case <-ctx.Done():
			return
		}
	}
}

func setToNil(ctx context.Context, get func(context.Context) bool) func() {
	ctx, cancel := context.WithCancel(ctx)
	if get(ctx) {
		cancel = nil // what was got is read with this context
	}
	return cancel
}

func fatal(ctx context.Context, ok bool) {
	_, cancel := context.WithCancel(ctx)
	if !ok {
		log.Fatal("no")
	}
	cancel()
}

func exits(ctx context.Context, ok bool) {
	_, cancel := context.WithCancel(ctx)
	if !ok {
		os.Exit(1)
	}
	cancel()
}

func flag(ctx context.Context, chosen <-chan bool, run func(context.Context)) {
	var inner context.Context
	var cancel context.CancelFunc
	running := false
	for is := range chosen {
		if is {
			if !running {
				inner, cancel = context.WithCancel(ctx)
				run(inner)
				running = true
			}
		} else if running {
			cancel()
			running = false
		}
	}
	if running {
		cancel()
	}
}

// The server is to run until the parent ends: somebody has thought about it.
func serve(ctx context.Context, run func(context.Context), check func() error) error {
	ctx, cancel := context.WithCancel(ctx)
	go run(ctx)
	if err := check(); err != nil {
		cancel()
		return err
	}
	_ = cancel
	return nil
}

// What silences the linter that finds the same silences us.
func silenced(ctx context.Context, get func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute) //nolint:govet // the process ends with it
	_ = cancel
	return get(ctx)
}
