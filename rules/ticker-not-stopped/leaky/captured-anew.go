package status

import (
	"context"
	"time"
)

func report(ctx context.Context, interval func() time.Duration, send func() error) {
	ticker := time.NewTicker(time.Second)
	go func() {
		for {
			select {
			case <-ticker.C:
				if err := send(); err != nil {
					continue
				}
				ticker = time.NewTicker(interval()) // want "warning: ticker \"ticker\" from time.NewTicker is made anew in each pass of the loop"
			case <-ctx.Done():
				ticker.Stop()
				return
			}
		}
	}()
}
