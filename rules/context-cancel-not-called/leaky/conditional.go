package conditional

import (
	"context"
	"time"
)

func endAfter(limit time.Duration, cancel context.CancelFunc) {
	if limit <= 0 {
		return
	}
	time.AfterFunc(limit, cancel)
}

func run(ctx context.Context, limit time.Duration, check func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx) // want "warning: cancel function \"cancel\" from context.WithCancel is not called when the function returns at line 18"
	endAfter(limit, cancel)
	return check(ctx)
}
