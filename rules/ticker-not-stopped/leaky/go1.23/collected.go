// Package fixture: from go 1.23 on the runtime collects what nobody can reach, so all of these are notes.
package fixture

import (
	"context"
	"time"
)

func collected(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second) // want "note: ticker .t. from time.NewTicker is not stopped when the function returns at line 16"
	for {
		select {
		case <-t.C:
			work()
		case <-ctx.Done():
			return
		}
	}
}

func collectedPerPass(jobs []func()) {
	for _, job := range jobs {
		t := time.NewTicker(time.Second) // want "note: .*each pass"
		<-t.C
		job()
	}
}

func collectedChannel(ready func() bool) {
	for range time.NewTicker(time.Second).C { // want "note: .*from time.NewTicker.*nobody can stop it when the function"
		if ready() {
			return
		}
	}
}

func collectedStale(change <-chan time.Duration) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for d := range change {
		t.Stop()
		t = time.NewTicker(d) // want "note: .*deferred Stop at line 39"
	}
	<-t.C
}
