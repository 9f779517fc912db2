package fixture

import (
	"context"
	"os"
	"os/signal"
	"time"
)

func blank(ctx context.Context, get func(context.Context) error) error {
	ctx, _ = context.WithTimeout(ctx, time.Minute) // want "warning: the cancel function from context.WithTimeout is discarded, so nobody can call it when the function returns at line 12"
	return get(ctx)
}

func toBlank(ctx context.Context, get func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx) // want "cancel function \"cancel\" from context.WithCancel is not called"
	_ = cancel
	return get(ctx)
}

func signals(run func(context.Context)) {
	ctx, _ := signal.NotifyContext(context.Background(), os.Interrupt) // want "the cancel function from signal.NotifyContext is discarded"
	run(ctx)
}

func signalsOnPath(run func(context.Context) error) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt) // want "\"stop\" from signal.NotifyContext is not called when the function returns at line 29"
	if err := run(ctx); err != nil {
		return err
	}
	stop()
	return nil
}

func eachPass(get func(context.Context) error) {
	for {
		ctx, _ := context.WithTimeout(context.Background(), time.Second) // want "warning: the cancel function from context.WithTimeout is made anew in each pass of the loop at line 36"
		if err := get(ctx); err == nil {
			return
		}
	}
}
