// Package fixture: the loop over a channel that nobody closes has another way out.
package fixture

import (
	"errors"
	"log"
	"time"
)

func returns(probe func() error) {
	go func() {
		t := time.NewTicker(time.Second)
		defer t.Stop()
		for range t.C {
			if err := probe(); err != nil {
				return
			}
		}
	}()
}

func breaks(probe func() error) {
	go func() {
		t := time.NewTicker(time.Second)
		defer t.Stop()
		for range t.C {
			if errors.Is(probe(), errors.ErrUnsupported) {
				break
			}
		}
	}()
}

func labelled(kinds func() int, work func()) {
	go func() {
		t := time.NewTicker(time.Second)
		defer t.Stop()
	loop:
		for range t.C {
			switch kinds() {
			case 0:
				break loop
			default:
				work()
			}
		}
	}()
}

func fatal(probe func() error) {
	go func() {
		for range time.Tick(time.Second) {
			if err := probe(); err != nil {
				log.Fatal(err)
			}
		}
	}()
}

// A value says that it was the last one.
func sentinel(items []int, keep func(int)) {
	in := make(chan int)
	go func() {
		for item := range in {
			if item < 0 {
				return
			}
			keep(item)
		}
	}()
	for _, item := range items {
		in <- item
	}
	in <- -1
}

type worker struct {
	wake    chan struct{}
	stopped bool
	work    func()
}

func newWorker(work func()) *worker {
	w := &worker{wake: make(chan struct{}, 1), work: work}
	go w.run()
	return w
}

// Stop wakes the loop, so it sees the flag.
func (w *worker) run() {
	for range w.wake {
		if w.stopped {
			return
		}
		w.work()
	}
}

// Stop stops the worker.
func (w *worker) Stop() {
	w.stopped = true
	w.wake <- struct{}{}
}
