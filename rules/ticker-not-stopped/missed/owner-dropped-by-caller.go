// Package fixture: missed, because Close stops the field and the duty to call Close lies with whoever calls New. Only
// the ticker is followed, not the values that own one; most such callers stand in another package anyway.
package fixture

import "time"

// Watcher is to be closed.
type Watcher struct{ poll *time.Ticker }

// New gives its caller the duty to call Close.
func New(d time.Duration) *Watcher {
	return &Watcher{poll: time.NewTicker(d)}
}

// Close ends the watch.
func (w *Watcher) Close() { w.poll.Stop() }

func waitOnce(d time.Duration, work func()) {
	w := New(d)
	<-w.poll.C
	work()
}
