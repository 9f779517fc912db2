// Package fixture: generic functions and the methods of generic types.
package fixture

import (
	"context"
	"time"
)

func poll[T any](ctx context.Context, get func() (T, bool)) (T, error) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line (15|18)"
	for {
		select {
		case <-ctx.Done():
			var zero T
			return zero, ctx.Err()
		case <-t.C:
			if v, ok := get(); ok {
				return v, nil
			}
		}
	}
}

type batcher[K comparable, V any] struct {
	items map[K]V
	done  chan struct{}
}

func (b *batcher[K, V]) run(flush func(map[K]V)) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 37"
	for {
		select {
		case <-t.C:
			flush(b.items)
			clear(b.items)
		case <-b.done:
			return
		}
	}
}

func tickerFor[T any](_ T, d time.Duration) *time.Ticker {
	return time.NewTicker(d)
}

func explicitInstance(done <-chan struct{}) {
	t := tickerFor[string]("daily", time.Hour) // want "warning: ticker .t. from .*tickerFor.* is not stopped when the function ends at line 52"
	select {
	case <-t.C:
	case <-done:
	}
}
