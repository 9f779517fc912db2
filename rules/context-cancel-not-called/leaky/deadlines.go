package jobs

import (
	"context"
	"time"
)

const (
	short = 5 * time.Second
	long  = 2 * time.Hour
)

func soon(ctx context.Context, work func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, short) // want "note: .* the context stays until its deadline"
	_ = cancel
	return work(ctx)
}

// Somebody wanted to cancel it, and forgot this way.
func soonOnWay(ctx context.Context, work func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, short) // want "warning: cancel function \"cancel\" from context.WithTimeout is not called"
	if err := work(ctx); err != nil {
		return err
	}
	cancel()
	return nil
}

func discarded(ctx context.Context, until time.Time, work func(context.Context) error) error {
	ctx, _ = context.WithDeadline(ctx, until) // want "warning: the cancel function from context.WithDeadline is discarded"
	return work(ctx)
}

func late(ctx context.Context, work func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, long) // want "warning: .* the context stays until its deadline"
	_ = cancel
	return work(ctx)
}

func lateToo(ctx context.Context, work func(context.Context) error) error {
	ctx, cancel := context.WithDeadline(ctx, time.Now().Add(long)) // want "warning: .* the context stays until its deadline"
	_ = cancel
	return work(ctx)
}

// Nothing keeps the context itself, but a goroutine waits for it.
func watched(left func()) context.Context {
	ctx, cancel := context.WithCancel(context.Background()) // want "warning: .* is not called"
	_ = cancel
	go func() {
		<-ctx.Done()
		left()
	}()
	return ctx
}
