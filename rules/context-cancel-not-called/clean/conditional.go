package conditional

import (
	"context"
	"time"
)

type set struct {
	closed  bool
	cancels []context.CancelFunc
}

func endAfter(limit time.Duration, cancel context.CancelFunc) {
	if limit <= 0 {
		return
	}
	time.AfterFunc(limit, cancel)
}

func endAlways(limit time.Duration, cancel context.CancelFunc) {
	if limit <= 0 {
		cancel()
		return
	}
	time.AfterFunc(limit, cancel)
}

func (s *set) keep(name string, cancel context.CancelFunc) bool {
	if s.closed || name == "" {
		return false
	}
	s.cancels = append(s.cancels, cancel)
	return true
}

func constant(ctx context.Context, check func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	endAfter(time.Minute, cancel)
	return check(ctx)
}

func always(ctx context.Context, limit time.Duration, check func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	endAlways(limit, cancel)
	return check(ctx)
}

func decided(ctx context.Context, limit time.Duration, check func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	if limit > 0 {
		endAfter(limit, cancel)
	} else {
		defer cancel()
	}
	return check(ctx)
}

func told(ctx context.Context, s *set, name string, check func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	if !s.keep(name, cancel) {
		cancel()
	}
	return check(ctx)
}
