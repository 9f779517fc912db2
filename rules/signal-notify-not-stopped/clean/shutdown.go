package shim

import (
	"context"
	"os"
	"os/signal"
)

// It ends what is around it, the program.
func handle(ctx context.Context, cancel context.CancelFunc) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	for {
		select {
		case <-c:
			cancel()
			return
		case <-ctx.Done():
			return
		}
	}
}

// Run does not come back.
func Run(work func() error) {
	if err := run(work); err != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

func run(work func() error) error {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	failed := make(chan error, 1)
	go func() { failed <- work() }()
	select {
	case <-c:
		return nil
	case err := <-failed:
		return err
	}
}
