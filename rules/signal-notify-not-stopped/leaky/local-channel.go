package console

import (
	"context"
	"os"
	sig "os/signal"
	"syscall"
)

func interactive(prompt func() (string, bool), lines chan<- string) {
	abort := make(chan os.Signal, 1)
	sig.Notify(abort, os.Interrupt) // want "warning: \"abort\" is still registered with signal.Notify when the function returns at line 20: it is kept for ever"
	for {
		select {
		case <-abort:
			return
		default:
			line, ok := prompt()
			if !ok {
				return
			}
			lines <- line
		}
	}
}

// The function that registers goes on, the goroutine that reads may end.
func handle(quit <-chan struct{}, reload func()) {
	hangup := make(chan os.Signal, 1)
	sig.Notify(hangup, syscall.SIGHUP) // want "\"hangup\" is still registered with signal.Notify when the function returns at line 37"
	go func() {
		for {
			select {
			case <-hangup:
				reload()
			case <-quit:
				return
			}
		}
	}()
}

type pool struct{}

func (pool) GoCtx(func(context.Context)) {}

func (p pool) watch(reload func() error) {
	p.GoCtx(func(ctx context.Context) {
		signals := make(chan os.Signal, 1)
		sig.Notify(signals, syscall.SIGHUP) // want "\"signals\" is still registered with signal.Notify when the function returns at line 54"
		for {
			select {
			case <-ctx.Done():
				return
			case <-signals:
				if err := reload(); err != nil {
					return
				}
			}
		}
	})
}
