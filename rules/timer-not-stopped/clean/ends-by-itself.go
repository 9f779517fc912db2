package fixture

import (
	"context"
	"time"
)

func once(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func stoppedEachPass(in <-chan int, f func(int)) {
	for {
		t := time.NewTimer(time.Minute)
		select {
		case n, ok := <-in:
			t.Stop()
			if !ok {
				return
			}
			f(n)
		case <-t.C:
		}
	}
}

func othersLeave(quit <-chan struct{}, f func()) {
	for {
		t := time.NewTimer(time.Minute)
		select {
		case <-t.C:
			f()
		case <-quit:
			return
		}
	}
}

func reset(in <-chan int, f func(int)) {
	t := time.NewTimer(24 * time.Hour)
	defer t.Stop()
	for n := range in {
		t.Reset(time.Minute)
		f(n)
	}
}

func shortened(done <-chan struct{}) {
	t := time.NewTimer(24 * time.Hour)
	t.Reset(time.Second)
	select {
	case <-t.C:
	case <-done:
	}
}

func long(done <-chan struct{}) {
	t := time.NewTimer(24 * time.Hour)
	defer t.Stop()
	select {
	case <-t.C:
	case <-done:
	}
}

func callback(f func(), in <-chan int) {
	for range in {
		time.AfterFunc(time.Minute, f)
	}
}
