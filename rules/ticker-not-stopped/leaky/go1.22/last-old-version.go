// Package fixture: 1.22 is the last go line under which tickers are kept.
package fixture

import (
	"context"
	"time"
)

func lastOldVersion(ctx context.Context, workers int, work func(int)) {
	for worker := range workers {
		go func() {
			t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 18"
			for {
				select {
				case <-t.C:
					work(worker)
				case <-ctx.Done():
					return
				}
			}
		}()
	}
}

func perPassOfInt(n int) {
	for range n {
		t := time.NewTicker(time.Second) // want "warning: .*each pass"
		<-t.C
	}
}
