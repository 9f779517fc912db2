package fixture

import (
	"time"

	"context"
)

type reader struct{ ticks <-chan time.Time }

// Another function of another package may receive from the channel as long as it likes.
func toOthers(ctx context.Context, run func(context.Context, <-chan time.Time)) {
	run(ctx, time.Tick(time.Second))
}

// The ticker of each reader goes on when the reader is gone: what a field keeps is not followed.
func read(next func() bool) {
	r := reader{ticks: time.Tick(time.Second)}
	for next() {
		<-r.ticks
	}
}
