// Package fixture: package time without a name.
package fixture

import (
	"context"
	. "time"
)

func dotted(ctx context.Context, work func()) {
	t := NewTicker(2 * Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 16"
	for {
		select {
		case <-t.C:
			work()
		case <-ctx.Done():
			return
		}
	}
}
