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
				ticker.Stop()
				ticker = time.NewTicker(interval())
			case <-ctx.Done():
				ticker.Stop()
				return
			}
		}
	}()
}

// The function around stops it.
func reportUntil(done, changed chan struct{}, interval time.Duration, send func()) {
	ticker := time.NewTicker(time.Second)
	go func() {
		<-changed
		ticker.Stop()
		ticker = time.NewTicker(interval)
	}()
	defer func() { ticker.Stop() }()
	for {
		select {
		case <-ticker.C:
			send()
		case <-done:
			return
		}
	}
}
