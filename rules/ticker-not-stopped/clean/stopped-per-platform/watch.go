// Package watch: each platform has its own Close.
package watch

import "time"

type watcher struct {
	poll *time.Ticker
	scan func()
}

// New returns a watcher that is to be closed.
func New(d time.Duration, scan func()) *watcher {
	return &watcher{poll: time.NewTicker(d), scan: scan}
}

// Wait scans at the next tick.
func (w *watcher) Wait() {
	<-w.poll.C
	w.scan()
}
