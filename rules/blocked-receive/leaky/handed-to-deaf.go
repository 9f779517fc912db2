// Package fixture: who gets the channel neither sends on it nor closes it, and is waited for all the same.
package fixture

import "time"

type watcher struct{ notes chan string }

// The method has a channel to close when it is done, and does not.
func (w *watcher) watch(done chan struct{}) {
	for note := range w.notes {
		println(note)
	}
}

// Dial waits for the watcher in a goroutine.
func Dial(w *watcher) {
	go func() {
		done := make(chan struct{})
		go w.watch(done)
		<-done // want "warning: nothing in the function sends on or closes .done., made at line 18: this receive never ends"
	}()
	close(w.notes)
}

// Each waits itself.
func Each(names []string, pause time.Duration) {
	for _, name := range names {
		ready := make(chan bool)
		go show(name, pause, ready)
		<-ready // want "warning: nothing in the function sends on or closes .ready., made at line 28: this receive never ends"
	}
}

func show(name string, pause time.Duration, _ chan bool) {
	time.Sleep(pause)
	println(name)
}
