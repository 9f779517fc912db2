package mount

import (
	"context"
	"sync/atomic"
)

// The host closes the channel when it interrupts the request, and otherwise never.
func read(cancel <-chan struct{}, load func(context.Context) error) error {
	ctx, stop := context.WithCancel(context.Background())
	go func() {
		select {
		case <-cancel: // want "note: the goroutine started at line 11 waits for <-cancel alone: when the function returns at line 17, there is nobody left to tell, and it stays until that channel is closed"
			stop()
		}
	}()
	return load(ctx)
}

func retry(ctx context.Context, try func() error, times int) error {
	isOver := false
	go func() {
		<-ctx.Done() // want "note: .* there is nobody left to tell, and it stays until that context ends"
		isOver = true
	}()
	var err error
	for i := 0; i < times && !isOver; i++ {
		if err = try(); err == nil {
			break
		}
	}
	return err
}

func attempts(ctx context.Context, do func() error) error {
	var over atomic.Bool
	go func() {
		<-ctx.Done() // want "note: .*<-ctx.Done"
		over.Store(true)
	}()
	for !over.Load() {
		if do() == nil {
			return nil
		}
	}
	return ctx.Err()
}
