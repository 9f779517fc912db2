package fixture

import (
	"context"
	"time"
)

func onlyAfterIterates(done <-chan struct{}, f func()) {
	for {
		select {
		case <-time.After(time.Second):
			f()
		case <-done:
			return
		}
	}
}

func retry(ctx context.Context, try func() error) error {
	for {
		if err := try(); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
		case <-time.After(time.Second):
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

func plainSleep(f func() bool) {
	for f() {
		<-time.After(time.Second)
	}
}

func withGoto(done <-chan struct{}, f func()) {
again:
	f()
	select {
	case <-time.After(time.Second):
		goto again
	case <-done:
	}
}

func noLoop(result <-chan int) int {
	select {
	case n := <-result:
		return n
	case <-time.After(time.Second):
		return 0
	}
}

func breaksOut(events <-chan int) {
loop:
	for {
		select {
		case <-events:
			break loop
		case <-time.After(time.Second):
		}
	}
}
