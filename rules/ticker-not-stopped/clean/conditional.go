// Package fixture: a ticker that exists only under a condition, and is stopped whenever it exists.
package fixture

import (
	"context"
	"time"
)

func nilChannel(ctx context.Context, period time.Duration, work func()) {
	var tick <-chan time.Time
	if period > 0 {
		t := time.NewTicker(period)
		defer t.Stop()
		tick = t.C
	}
	for {
		select {
		case <-tick:
			work()
		case <-ctx.Done():
			return
		}
	}
}

func nilTested(ctx context.Context, period time.Duration, work func()) {
	var t *time.Ticker
	if period > 0 {
		t = time.NewTicker(period)
	}
	work()
	<-ctx.Done()
	if t != nil {
		t.Stop()
	}
}

func nilTestedInDefer(ctx context.Context, period time.Duration) {
	var t *time.Ticker
	defer func() {
		if t != nil {
			t.Stop()
		}
	}()
	if period > 0 {
		t = time.NewTicker(period)
	}
	<-ctx.Done()
}

func nilReturnsEarly(ctx context.Context, period time.Duration) {
	var t *time.Ticker
	if period > 0 {
		t = time.NewTicker(period)
	}
	<-ctx.Done()
	if t == nil {
		return
	}
	t.Stop()
}

func sameCondition(ctx context.Context, periodic bool, work func()) {
	var t *time.Ticker
	if periodic {
		t = time.NewTicker(time.Second)
	}
	work()
	<-ctx.Done()
	if periodic {
		t.Stop()
	}
}

func inBothBranches(ctx context.Context, fast bool) {
	var t *time.Ticker
	if fast {
		t = time.NewTicker(time.Millisecond)
	} else {
		t = time.NewTicker(time.Second)
	}
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}

func initStatement(ctx context.Context, work func()) {
	if t := time.NewTicker(time.Second); ctx.Err() == nil {
		<-t.C
		work()
		t.Stop()
	} else {
		t.Stop()
	}
}
