package fix

import (
	"context"
	"errors"
	"time"
)

func wait(parent context.Context, ready chan int) error {
	ctx, cancel := context.WithCancel(parent)
	select {
	case <-ready:
		cancel()
		return nil
	case <-ctx.Done():
		return errors.New("gone")
	case v := <-ready:
		if v > 2 {
			return errors.New("late")
		}
	}
	cancel()
	return nil
}

// What has the context may go on with it: the author decides when that is over.
func handOn(parent context.Context, work func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(parent, time.Minute)
	if err := work(ctx); err != nil {
		return err
	}
	cancel()
	return nil
}
