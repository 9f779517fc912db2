// Package fixture: a Once in a field runs its function for each value, however that function is given to it.
package fixture

import (
	"sync"
	"time"
)

// Batcher belongs to one connection.
type Batcher struct {
	once  sync.Once
	pause time.Duration
	send  func()
}

// NewBatcher makes one for a connection.
func NewBatcher(pause time.Duration, send func()) *Batcher { return &Batcher{pause: pause, send: send} }

// Add starts the goroutine of this batcher, by a method value.
func (b *Batcher) Add() { b.once.Do(b.start) }

func (b *Batcher) start() {
	go func() {
		for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 23 outlives its owner"
			time.Sleep(b.pause)
			b.send()
		}
	}()
}

type lazy struct{ sync.Once }

// Watcher has its Once in a part of it.
type Watcher struct {
	part  struct{ started lazy }
	look  func()
	every time.Duration
}

// Look starts the goroutine of this watcher, one call away.
func (w *Watcher) Look() {
	w.part.started.Do(func() { w.begin() })
}

func (w *Watcher) begin() { go w.run() }

func (w *Watcher) run() {
	for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 45 outlives its owner"
		w.look()
		time.Sleep(w.every)
	}
}

// Each call has a Once of its own.
func Each(names []string, show func(string)) {
	var once sync.Once
	for _, name := range names {
		once.Do(func() {
			go func() {
				for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 59 outlives its owner"
					time.Sleep(time.Second)
					show(name)
				}
			}()
		})
	}
}

//oracle:goroutines NewBatcher(time.Hour, func() {}).Add()
