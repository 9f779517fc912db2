// Package fixture: the body of a range over a function belongs to the function around it.
package fixture

import (
	"iter"
	"time"
)

func leavesFromBody(items iter.Seq[int], ready func(int) bool) {
	t := time.NewTicker(time.Second) // want "note: ticker .t. from time.NewTicker is not stopped when the function returns at line 14"
	for item := range items {
		<-t.C
		if ready(item) {
			return
		}
	}
	t.Stop()
}

func perPassOfFunc(items iter.Seq2[string, int], work func(string)) {
	for name := range items {
		t := time.NewTicker(time.Second) // want "note: .*each pass"
		<-t.C
		work(name)
	}
}

func ticks(d time.Duration) iter.Seq[time.Time] {
	return func(yield func(time.Time) bool) {
		t := time.NewTicker(d) // want "note: ticker .t. from time.NewTicker is not stopped when the function returns at line 33"
		for now := range t.C {
			if !yield(now) {
				return
			}
		}
	}
}
