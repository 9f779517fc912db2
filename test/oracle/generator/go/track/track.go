// Package track stands in for the packages whose resources are counted: it has their names and remembers each one.
package track

import (
	"errors"
	"time"
)

// Thing is one acquired resource.
type Thing = *Resource

// Resource knows where it was acquired and whether it was released.
type Resource struct {
	ID       int
	Released bool
	C        <-chan time.Time
	// channel is released when it is closed.
	channel chan int
}

// Ticker and Meter are what the generated functions call a resource.
type (
	Ticker = Resource
	Meter  = *Resource
	File   = Resource
)

// CancelFunc is how a context is released.
type CancelFunc func()

var (
	all      []Thing
	nextID   int
	panicked bool
	ready    = make(chan time.Time)
)

func init() { close(ready) }

// Reset forgets what an earlier run has left.
func Reset() { all, panicked = all[:0], false }

// All are the resources of this run.
func All() []Thing {
	for _, thing := range all {
		thing.Released = thing.Released || thing.channel != nil && isClosed(thing.channel)
	}
	return all
}

func isClosed(channel chan int) bool {
	for {
		select {
		case _, open := <-channel:
			if !open {
				return true
			}
		default:
			return false
		}
	}
}

// Panicked says whether somebody panicked on the way, recovered or not.
func Panicked() bool { return panicked }

// NotePanic is called before each panic.
func NotePanic() { panicked = true }

// At gives the number of the next acquisition that takes none.
func At(id int) { nextID = id }

func acquire(id int) Thing {
	thing := &Resource{ID: id, C: ready}
	all = append(all, thing)
	return thing
}

// NewTicker takes its number as the period.
func NewTicker(id time.Duration) *Ticker { return acquire(int(id)) }

// NewMeter takes the number from At.
func NewMeter() Meter { return acquire(nextID) }

// Stop releases. Like the real ones it panics for nil.
func (r *Resource) Stop() { r.Released = true }

// Mark uses a meter.
func (r *Resource) Mark(int64) { _ = r.C }

// Background is the context of all others.
func Background() any { return nil }

// WithTimeout takes its number as the time.
func WithTimeout(_ any, id int) (any, CancelFunc) {
	thing := acquire(id)
	return nil, func() { thing.Released = true }
}

// Open takes its number as the path; there is nothing under a negative one.
func Open(id int) (*File, error) {
	if id < 0 {
		return nil, errors.New("not found")
	}
	return acquire(id), nil
}

// Close releases. A file that is not there is none to release.
func (r *Resource) Close() {
	if r != nil {
		r.Released = true
	}
}

// Name uses a file.
func (r *Resource) Name() { _ = r.C }

// NewChannel has room for all that a run may send.
func NewChannel(id int) chan int {
	thing := acquire(id)
	thing.channel = make(chan int, 1000)
	return thing.channel
}
