// Package poller: the helpers are in this file.
package poller

import "time"

func release(t *time.Ticker, log func(string)) {
	log("stopped")
	t.Stop()
}

func newTicker(d time.Duration) *time.Ticker { return time.NewTicker(d) }
