// Package fixture: one value per process; nobody needs to stop its ticker.
package fixture

import (
	"sync/atomic"
	"time"
)

type statistics struct {
	window *time.Ticker
	count  atomic.Int64
}

func newStatistics() *statistics {
	return &statistics{window: time.NewTicker(time.Minute)}
}

var global = newStatistics()

// Roll starts a new window when the old one is over.
func Roll() bool {
	select {
	case <-global.window.C:
		global.count.Store(0)
		return true
	default:
		return false
	}
}
