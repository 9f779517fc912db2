// Package fixture: the duty goes with the ticker: returned, stored, sent, passed on.
package fixture

import (
	"context"
	"io"
	"testing"
	"time"
)

// NewPoll gives its caller the duty.
func NewPoll(d time.Duration) *time.Ticker {
	return time.NewTicker(d)
}

// NewNamed returns it through a named result.
func NewNamed(d time.Duration) (t *time.Ticker, err error) {
	t = time.NewTicker(d)
	return
}

// Ticks returns the channel and the way to stop it.
func Ticks(d time.Duration) (<-chan time.Time, func()) {
	t := time.NewTicker(d)
	return t.C, t.Stop
}

// TicksOrNever returns a closure that stops it.
func TicksOrNever(d time.Duration) (<-chan time.Time, func()) {
	if d <= 0 {
		return nil, func() {}
	}
	t := time.NewTicker(d)
	return t.C, func() { t.Stop() }
}

// Exported so that whoever holds the value can stop it.
type Poller struct {
	Ticker *time.Ticker
	Name   string
}

// NewPoller hands the ticker over in an exported field.
func NewPoller(name string, d time.Duration) *Poller {
	return &Poller{Ticker: time.NewTicker(d), Name: name}
}

func inMap(periods map[string]time.Duration) map[string]*time.Ticker {
	tickers := make(map[string]*time.Ticker, len(periods))
	for name, d := range periods {
		tickers[name] = time.NewTicker(d)
	}
	return tickers
}

func inSlice(periods []time.Duration, work func()) {
	var tickers []*time.Ticker
	for _, d := range periods {
		tickers = append(tickers, time.NewTicker(d))
	}
	defer func() {
		for _, t := range tickers {
			t.Stop()
		}
	}()
	for _, t := range tickers {
		<-t.C
		work()
	}
}

func inSliceLiteral(work func()) {
	tickers := []*time.Ticker{time.NewTicker(time.Second), time.NewTicker(time.Minute)}
	for _, t := range tickers {
		<-t.C
		work()
		t.Stop()
	}
}

func localIntoSlice(periods []time.Duration) (all []*time.Ticker) {
	for _, d := range periods {
		t := time.NewTicker(d)
		all = append(all, t)
	}
	return all
}

func sent(out chan<- *time.Ticker) {
	t := time.NewTicker(time.Second)
	out <- t
}

type registry interface {
	Track(t *time.Ticker)
	OnClose(f func())
}

func passedToUnknown(r registry, ctx context.Context) {
	t := time.NewTicker(time.Second)
	r.Track(t)
	<-ctx.Done()
}

func methodValuePassed(r registry, ctx context.Context) {
	t := time.NewTicker(time.Second)
	r.OnClose(t.Stop)
	<-ctx.Done()
}

func methodValueAppended(cleanups []func()) []func() {
	t := time.NewTicker(time.Second)
	<-t.C
	cleanups = append(cleanups, t.Stop)
	return cleanups
}

func methodValueDeferred(ctx context.Context) {
	t := time.NewTicker(time.Second)
	stop := t.Stop
	defer stop()
	<-ctx.Done()
}

func closureRegistered(r registry, ctx context.Context) {
	t := time.NewTicker(time.Second)
	r.OnClose(func() {
		t.Stop()
	})
	<-ctx.Done()
}

func testSupport(tb testing.TB, ready func() bool) {
	t := time.NewTicker(time.Millisecond)
	tb.Cleanup(t.Stop)
	for range t.C {
		if ready() {
			return
		}
	}
}

func withContext(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second)
	stop := context.AfterFunc(ctx, t.Stop)
	defer stop()
	for ctx.Err() == nil {
		<-t.C
		work()
	}
}

func addressTaken(fill func(**time.Ticker)) {
	t := time.NewTicker(time.Second)
	fill(&t)
	<-t.C
}

type stopCloser struct{ t *time.Ticker }

func (s stopCloser) Close() error {
	s.t.Stop()
	return nil
}

func asCloser(d time.Duration) io.Closer {
	t := time.NewTicker(d)
	return stopCloser{t}
}

// A local alias holds the same ticker.
func aliased(ctx context.Context) {
	t := time.NewTicker(time.Second)
	u := t
	defer u.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}

type stopper interface{ Stop() }

func asInterface(ctx context.Context) {
	t := time.NewTicker(time.Second)
	var s stopper = t
	defer s.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}
