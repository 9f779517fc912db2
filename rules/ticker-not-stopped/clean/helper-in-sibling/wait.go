package poller

import (
	"context"
	"time"
)

// Wait calls ready until it says yes.
func Wait(ctx context.Context, d time.Duration, ready func() bool, log func(string)) error {
	t := newTicker(d)
	defer release(t, log)
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
