// Package fixture: new takes an expression since go 1.26.
package fixture

import (
	"context"
	"time"
)

type limits struct{ retries *int }

func newOfExpression(ctx context.Context, work func(limits)) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	l := limits{retries: new(3 + 2)}
	for {
		select {
		case <-t.C:
			work(l)
		case <-ctx.Done():
			return
		}
	}
}
