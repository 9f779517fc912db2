package fixture

import (
	"context"
	"time"
)

func overwritten(ctx context.Context, slow bool, get func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx) // want "cancel function \"cancel\" from context.WithCancel is not called before \"cancel\" is given another value at line 11"
	if slow {
		ctx, cancel = context.WithTimeout(ctx, time.Minute)
	}
	defer cancel()
	return get(ctx)
}

func staleDefer(ctx context.Context, get func(context.Context) error) error {
	first, cancel := context.WithCancel(ctx)
	defer cancel()
	if err := get(first); err == nil {
		return nil
	}
	second, cancel := context.WithCancel(ctx) // want "is not called: the deferred call at line 19 calls the old cancel function, not this one"
	return get(second)
}

func eachPass(ctx context.Context, names []string, get func(context.Context, string) error) {
	for _, name := range names {
		one, cancel := context.WithCancel(ctx) // want "warning: cancel function \"cancel\" from context.WithCancel is made anew in each pass of the loop at line 28"
		if err := get(one, name); err != nil {
			continue
		}
		cancel()
	}
}
