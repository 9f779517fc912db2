// Package fixture: functions of this package stop what they are given, or make what their caller stops.
package fixture

import (
	"context"
	"time"
)

func stopAll(tickers ...*time.Ticker) {
	for _, t := range tickers {
		t.Stop()
	}
}

func stopOne(t *time.Ticker) {
	if t != nil {
		t.Stop()
	}
}

func stopThroughOther(t *time.Ticker) { stopOne(t) }

func drainAndStop(t *time.Ticker, ctx context.Context, work func()) {
	defer t.Stop()
	for {
		select {
		case <-t.C:
			work()
		case <-ctx.Done():
			return
		}
	}
}

func variadic(ctx context.Context, work func()) {
	a, b, c := time.NewTicker(time.Second), time.NewTicker(time.Minute), time.NewTicker(time.Hour)
	defer stopAll(a, b, c)
	for {
		select {
		case <-a.C:
			work()
		case <-b.C:
			work()
		case <-c.C:
			work()
		case <-ctx.Done():
			return
		}
	}
}

func nilTestedByHelper(ctx context.Context) {
	t := time.NewTicker(time.Second)
	defer stopOne(t)
	<-ctx.Done()
}

func twoDeep(ctx context.Context) {
	t := time.NewTicker(time.Second)
	<-ctx.Done()
	stopThroughOther(t)
}

func goesWithTicker(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second)
	go drainAndStop(t, ctx, work)
}

func ownedByReader(ctx context.Context, work func()) {
	drainAndStop(time.NewTicker(time.Second), ctx, work)
}

func newPoll(d time.Duration) *time.Ticker {
	return time.NewTicker(max(d, time.Second))
}

var makeTicker = time.NewTicker

func stopsHelperMade(ctx context.Context) {
	t := newPoll(time.Minute)
	defer t.Stop()
	u := makeTicker(time.Hour)
	defer u.Stop()
	select {
	case <-t.C:
	case <-u.C:
	case <-ctx.Done():
	}
}

// Whoever called gets it, however many hands it went through.
func passesOn(d time.Duration) *time.Ticker {
	t := newPoll(d)
	t.Reset(d)
	return t
}

func instrument[T any](name T, d time.Duration) (*time.Ticker, T) {
	return time.NewTicker(d), name
}

func stopsGeneric(ctx context.Context) string {
	t, name := instrument[string]("daily", time.Hour)
	defer t.Stop()
	<-ctx.Done()
	return name
}
