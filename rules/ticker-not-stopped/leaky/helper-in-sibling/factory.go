// Package poller: the factory is in this file, its forgetful caller in the other.
package poller

import "time"

const floor = 100 * time.Millisecond

func newTicker(d time.Duration) *time.Ticker {
	return time.NewTicker(max(d, floor))
}
