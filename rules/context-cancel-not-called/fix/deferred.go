package fixture

import (
	"context"
	"errors"
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

func declared(parent context.Context, ready chan int) error {
	var ctx, cancel = context.WithCancel(parent)
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
