package leaky

import (
	"sync"
	"time"
)

type worker struct{ done chan struct{} }

func newWorker() *worker {
	w := &worker{done: make(chan struct{})}
	go w.run()
	return w
}

func (w *worker) run() {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
		case <-w.done:
			return
		}
	}
}

var workers sync.Map

func workerOf(name string) any {
	w, _ := workers.LoadOrStore(name, newWorker()) // want "^warning: newWorker\\(\\) is made on every call of LoadOrStore: when name is already in \"workers\", nobody holds it, and what it has started goes on$"
	return w
}

func Stop(name string) {
	if w, ok := workers.LoadAndDelete(name); ok {
		if w, ok := w.(*worker); ok {
			close(w.done)
		}
	}
}

type link struct {
	host string
	ping *time.Ticker
}

func newLink(host string) *link { return &link{host: host, ping: time.NewTicker(time.Minute)} }

var links sync.Map

// The variable is named nowhere else: the one that was there goes on, and this one with it.
func linkOf(host string) any {
	made := newLink(host)
	kept, _ := links.LoadOrStore(host, made) // want "^warning: newLink\\(host\\) is made on every call of LoadOrStore"
	return kept
}

func dropLink(host string) {
	if l, ok := links.LoadAndDelete(host); ok {
		l.(*link).ping.Stop()
	}
}
