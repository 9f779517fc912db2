package watch

import "errors"

// Close ends the watch.
func (w *watcher) Close() error {
	if w.poll == nil {
		return errors.New("not open")
	}
	w.poll.Stop()
	return nil
}
