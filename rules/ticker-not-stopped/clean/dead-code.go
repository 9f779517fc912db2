// Package fixture: tickers that no way through the function ever makes.
package fixture

import (
	"context"
	"time"
)

func behindReturn(ctx context.Context, work func()) {
	<-ctx.Done()
	return
	t := time.NewTicker(time.Second)
	<-t.C
	work()
}

func behindPanic(work func()) {
	panic("not ready yet")
	for range 3 {
		t := time.NewTicker(time.Second)
		<-t.C
		work()
	}
}

func inDeadLiteral(ctx context.Context, work func()) {
	for {
		select {
		case <-ctx.Done():
			return
		default:
			work()
		}
	}
	go func() {
		t := time.NewTicker(time.Second)
		<-t.C
		work()
	}()
}
