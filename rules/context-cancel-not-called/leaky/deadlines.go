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
