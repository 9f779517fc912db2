package query

import (
	"context"
	"time"
)

func withDone(ctx context.Context, run func() error) error {
	done := make(chan error)
	go func() {
		select {
		case done <- run():
		case <-ctx.Done():
		}
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func withDefault(run func() error) error {
	done := make(chan error)
	go func() {
		err := run()
		select {
		case done <- err:
		default:
		}
	}()
	select {
	case err := <-done:
		return err
	case <-time.After(time.Second):
		return nil
	}
}
