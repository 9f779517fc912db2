// Package fixture: fields that nothing in the package closes.
package fixture

import "sync/atomic"

type event struct{ name string }

// Bus hands events on, one at a time.
type Bus struct {
	events  chan event
	handler func(event)
	done    chan struct{}
}

// NewBus starts the goroutine of a Bus.
func NewBus(handler func(event)) *Bus {
	b := &Bus{events: make(chan event, 16), handler: handler, done: make(chan struct{})}
	go b.run()
	return b
}

func (b *Bus) run() {
	for e := range b.events { // want "warning: nothing in the package closes .b.events., so this loop never ends and the goroutine started at line 18 stays for ever"
		b.handler(e)
	}
}

// Publish sends one event.
func (b *Bus) Publish(name string) { b.events <- event{name} }

// Stop closes another channel than the one that run waits for.
func (b *Bus) Stop() { close(b.done) }

// Queue runs functions in order until it is told to stop.
type Queue struct {
	jobs    chan func()
	stopped int32
}

// NewQueue starts the goroutine of a Queue.
func NewQueue(size int) *Queue {
	q := &Queue{jobs: make(chan func(), size)}
	go q.loop()
	return q
}

// The flag is read after the next value only, and Add sends none once it is set.
func (q *Queue) loop() {
	for job := range q.jobs { // want "warning: nothing in the package closes .q.jobs. and nothing is sent on it once .stopped. is set, so this loop never sees that and the goroutine started at line 43"
		if atomic.LoadInt32(&q.stopped) != 0 {
			return
		}
		job()
	}
}

// Add reports whether the queue takes the job.
func (q *Queue) Add(job func()) bool {
	if atomic.LoadInt32(&q.stopped) != 0 {
		return false
	}
	q.jobs <- job
	return true
}

// Stop only sets the flag.
func (q *Queue) Stop() { atomic.StoreInt32(&q.stopped, 1) }
