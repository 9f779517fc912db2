// Package fixture: a deferred Stop is right, and it goes where the ticker is used.
package fixture

import (
	"context"
	"time"
)

func afterTheAcquisition(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second)
	for {
		select {
		case <-t.C:
			work()
		case <-ctx.Done():
			return
		}
	}
}

func afterTheComment(done <-chan struct{}) {
	t := time.NewTicker(time.Second) // once a second
	// The first tick takes a second.
	<-t.C
	<-done
}

func severalLines(done <-chan struct{}) {
	t := time.NewTicker(
		time.Second,
	)
	<-t.C
	<-done
}

func variable(done <-chan struct{}) {
	var t = time.NewTicker(time.Second)
	<-t.C
	<-done
}

func inTheGoroutine(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second)
	go func() { // until ctx is done
		for {
			select {
			case <-t.C:
				work()
			case <-ctx.Done():
				return
			}
		}
	}()
}

// Each goroutine has a ticker of its own.
func inEachGoroutine(done <-chan struct{}, jobs []func()) {
	for _, job := range jobs {
		t := time.NewTicker(time.Second)
		go func() {
			for {
				select {
				case <-t.C:
					job()
				case <-done:
					return
				}
			}
		}()
	}
}

func insideOfTheGoroutine(done <-chan struct{}, jobs []func()) {
	for _, job := range jobs {
		go func() {
			t := time.NewTicker(time.Second)
			for {
				select {
				case <-t.C:
					job()
				case <-done:
					return
				}
			}
		}()
	}
}

func onlyWhereItIsMade(period time.Duration, done <-chan struct{}, work func()) {
	var tick <-chan time.Time
	if period > 0 {
		t := time.NewTicker(period)
		tick = t.C
	}
	for {
		select {
		case <-tick:
			work()
		case <-done:
			return
		}
	}
}

func inAClause(mode string, done <-chan struct{}) {
	switch mode {
	case "slow":
		t := time.NewTicker(time.Minute)
		<-t.C
	}
	<-done
}

func stoppedOnOneWay(ready func() bool) bool {
	t := time.NewTicker(time.Second)
	<-t.C
	if ready() {
		t.Stop()
		return true
	}
	return false
}

func usedByACalledLiteral(done <-chan struct{}) {
	t := time.NewTicker(time.Second)
	func() {
		<-t.C
	}()
	<-done
}
