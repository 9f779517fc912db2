// Package fixture: generic functions and the methods of generic types.
package fixture

import (
	"context"
	"time"
)

func poll[T any](ctx context.Context, get func() (T, bool)) (T, error) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
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
	items  map[K]V
	period *time.Ticker
}

func newBatcher[K comparable, V any](d time.Duration) *batcher[K, V] {
	return &batcher[K, V]{items: map[K]V{}, period: time.NewTicker(d)}
}

func (b *batcher[K, V]) run(ctx context.Context, flush func(map[K]V)) {
	for {
		select {
		case <-b.period.C:
			flush(b.items)
			clear(b.items)
		case <-ctx.Done():
			return
		}
	}
}

// Close releases what newBatcher acquired.
func (b *batcher[K, V]) Close() { b.period.Stop() }

func stopEach[S interface{ Stop() }](all ...S) {
	for _, s := range all {
		s.Stop()
	}
}

func stoppedByGeneric(ctx context.Context) {
	a, b := time.NewTicker(time.Second), time.NewTicker(time.Minute)
	defer stopEach(a, b)
	select {
	case <-a.C:
	case <-b.C:
	case <-ctx.Done():
	}
}

func stoppedByInstance(ctx context.Context) {
	t := time.NewTicker(time.Second)
	<-ctx.Done()
	stopEach[*time.Ticker](t)
}
