// Package fixture: package time without a name.
package fixture

import (
	"context"
	. "time"
)

func dotted(ctx context.Context, work func()) {
	t := NewTicker(2 * Second)
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
