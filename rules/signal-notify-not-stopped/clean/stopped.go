package console

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func deferred(ctx context.Context, reload func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP)
	defer signal.Stop(signals)
	for {
		select {
		case <-signals:
			reload()
		case <-ctx.Done():
			return
		}
	}
}

func inGoroutine(ctx context.Context, reload func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP)
	go func() {
		defer signal.Stop(signals)
		select {
		case <-signals:
			reload()
		case <-ctx.Done():
		}
	}()
}

func returnsStop(ctx context.Context, reload func()) (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP)
	go func() {
		select {
		case <-signals:
			reload()
		case <-ctx.Done():
		}
	}()
	return func() { signal.Stop(signals) }
}

func stopThenClose(stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	defer close(signals)
	defer signal.Stop(signals)
	<-signals
	stop()
}

func withContext(parent context.Context, run func(context.Context)) {
	ctx, stop := signal.NotifyContext(parent, os.Interrupt)
	defer stop()
	run(ctx)
}
