//go:build unix

package watch

// Close ends the watch.
func (w *watcher) Close() error {
	w.poll.Stop()
	return nil
}
