// Package fixture: the variable gets a second ticker after the first is stopped, and the last Stop reads it late.
package fixture

import (
	"context"
	"time"
)

func closureReadsLate(ctx context.Context, change <-chan time.Duration, work func()) {
	t := time.NewTicker(time.Second)
	defer func() { t.Stop() }()
	for {
		select {
		case d := <-change:
			t.Stop()
			t = time.NewTicker(d)
		case <-t.C:
			work()
		case <-ctx.Done():
			return
		}
	}
}

func finalStopReadsLate(ctx context.Context, change <-chan time.Duration, work func()) {
	t := time.NewTicker(time.Second)
loop:
	for {
		select {
		case d := <-change:
			t.Stop()
			t = time.NewTicker(d)
		case <-t.C:
			work()
		case <-ctx.Done():
			break loop
		}
	}
	t.Stop()
}

// The second defer takes the second ticker.
func deferredTwice(ctx context.Context, fast bool) {
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	if fast {
		t = time.NewTicker(time.Second)
		defer t.Stop()
	}
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}

func pausedAndResumed(ctx context.Context, pause, resume <-chan struct{}, work func()) {
	var t *time.Ticker
	var tick <-chan time.Time
	for {
		select {
		case <-resume:
			if t == nil {
				t = time.NewTicker(time.Second)
				tick = t.C
			}
		case <-pause:
			if t != nil {
				t.Stop()
				t, tick = nil, nil
			}
		case <-tick:
			work()
		case <-ctx.Done():
			if t != nil {
				t.Stop()
			}
			return
		}
	}
}
