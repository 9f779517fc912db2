package poller

import (
	"context"
	"time"
)

// Wait calls ready until it says yes.
func Wait(ctx context.Context, d time.Duration, ready func() bool) error {
	t := newTicker(d) // want "warning: ticker .t. from .*newTicker is not stopped when the function returns at line (14|17)"
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-t.C:
			if ready() {
				return nil
			}
		}
	}
}
