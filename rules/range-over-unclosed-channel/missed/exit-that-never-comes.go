// Package fixture: missed, because the loop has a way out; that the condition never holds takes values to know.
package fixture

import "time"

type beat struct {
	count int
	send  func()
}

func newBeat(send func()) *beat {
	b := &beat{send: send}
	go func() {
		t := time.NewTicker(time.Second)
		defer t.Stop()
		for range t.C {
			if b.count < 0 {
				return
			}
			b.send()
		}
	}()
	return b
}
