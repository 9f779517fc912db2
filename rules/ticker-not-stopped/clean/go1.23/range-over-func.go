// Package fixture: the body of a range over a function belongs to the function around it.
package fixture

import (
	"iter"
	"time"
)

func stopsInBody(items iter.Seq[int], ready func(int) bool) {
	t := time.NewTicker(time.Second)
	for item := range items {
		<-t.C
		if ready(item) {
			t.Stop()
			return
		}
	}
	t.Stop()
}

func perPass(items iter.Seq2[string, int], work func(string)) {
	for name := range items {
		t := time.NewTicker(time.Second)
		<-t.C
		work(name)
		t.Stop()
	}
}

// Ticks yields the ticks until its reader has enough.
func Ticks(d time.Duration) iter.Seq[time.Time] {
	return func(yield func(time.Time) bool) {
		t := time.NewTicker(d)
		defer t.Stop()
		for now := range t.C {
			if !yield(now) {
				return
			}
		}
	}
}
