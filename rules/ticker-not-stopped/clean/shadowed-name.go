// Package fixture: several variables of one name, each of them stopped.
package fixture

import (
	"context"
	"time"
)

func innerAndOuter(ctx context.Context, fast bool, work func()) {
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	if fast {
		t := time.NewTicker(time.Second)
		defer t.Stop()
		<-t.C
		work()
	}
	<-ctx.Done()
}

func oneAfterTheOther(work func()) {
	{
		t := time.NewTicker(time.Second)
		<-t.C
		t.Stop()
	}
	work()
	{
		t := time.NewTicker(time.Minute)
		<-t.C
		t.Stop()
	}
}

func parameterInside(ctx context.Context, t *time.Ticker) {
	read := func(t *time.Ticker) { <-t.C }
	u := time.NewTicker(time.Second)
	defer u.Stop()
	read(u)
	read(t)
	<-ctx.Done()
}
