// Package fixture: wrappers that embed a ticker promote its Stop.
package fixture

import (
	"context"
	"time"
)

// Source is what callers see of a wrapper.
type Source interface {
	Chan() <-chan time.Time
	Stop()
}

type wrapper struct {
	*time.Ticker
}

func (w wrapper) Chan() <-chan time.Time { return w.C }

// NewSource returns the wrapper as an interface with Stop.
func NewSource(d time.Duration) Source {
	return wrapper{time.NewTicker(d)}
}

// NewSourceFromLocal does so by way of a variable.
func NewSourceFromLocal(d time.Duration) Source {
	t := time.NewTicker(d)
	return &wrapper{Ticker: t}
}

func stopsPromoted(ctx context.Context) {
	w := wrapper{time.NewTicker(time.Second)}
	defer w.Stop()
	select {
	case <-w.C:
	case <-ctx.Done():
	}
}

func stopsEmbedded(ctx context.Context) {
	var w wrapper
	w.Ticker = time.NewTicker(time.Second)
	defer w.Ticker.Stop()
	select {
	case <-w.Chan():
	case <-ctx.Done():
	}
}

func stopsSource(ctx context.Context) {
	s := NewSource(time.Second)
	defer s.Stop()
	select {
	case <-s.Chan():
	case <-ctx.Done():
	}
}
