package worker

import (
	"context"
	"time"
)

type worker struct {
	quit    chan struct{}
	ready   chan struct{}
	results chan int
	Started chan struct{}
	idle    chan struct{}
	slots   chan struct{}
}

func newWorker(idle chan struct{}) *worker {
	w := &worker{
		quit:    make(chan struct{}),
		ready:   make(chan struct{}),
		results: make(chan int, 1),
		Started: make(chan struct{}),
		slots:   make(chan struct{}, 4),
	}
	w.idle = make(chan struct{})
	if idle != nil {
		w.idle = idle
	}
	return w
}

func (w *worker) Close() { close(w.quit) }

// Closed under another name.
func (w *worker) open() {
	ready := w.ready
	close(ready)
}

func (w *worker) run(ctx context.Context, do func() int) int {
	<-w.ready
	<-w.Started
	<-w.idle
	w.slots <- struct{}{}
	defer func() { <-w.slots }()
	go feed(w.results, do)
	select {
	case <-ctx.Done():
		return 0
	case <-w.quit:
		return 0
	case n := <-w.results:
		return n
	}
}

func feed(results chan<- int, do func() int) {
	results <- do()
}

func forEver() {
	block := make(chan struct{})
	<-block
}

func polled(tick func()) {
	never := make(chan struct{})
	go func() {
		for {
			select {
			case <-never:
				return
			case <-time.After(time.Second):
				tick()
			}
		}
	}()
}

func timed() {
	go func() {
		<-time.After(time.Second)
		<-time.NewTimer(time.Second).C
	}()
}

func callback(on func(func())) {
	never := make(chan struct{})
	on(func() { <-never })
}
