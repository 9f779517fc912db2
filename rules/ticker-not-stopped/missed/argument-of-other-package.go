// Package fixture: missed, because a function of another package is given the ticker. Its source is not read, so it
// might keep the ticker and stop it later. These two do not.
package fixture

import (
	"context"
	"log/slog"
	"time"
)

type tickerKey struct{}

func logged(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second)
	slog.Debug("polling", "ticker", t)
	for {
		select {
		case <-t.C:
			work()
		case <-done:
			return
		}
	}
}

func carriedByContext(ctx context.Context, serve func(context.Context)) {
	t := time.NewTicker(time.Second)
	serve(context.WithValue(ctx, tickerKey{}, t))
}
