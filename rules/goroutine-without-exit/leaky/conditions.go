// Package fixture: goroutines that wait for a condition, and never look whether their owner is done.
package fixture

import "sync"

// Queue belongs to one account.
type Queue struct {
	mu     sync.Mutex
	more   *sync.Cond
	items  []string
	closed bool
}

// NewQueue starts the goroutine of an account.
func NewQueue(deliver func(string)) *Queue {
	q := &Queue{}
	q.more = sync.NewCond(&q.mu)
	go q.drain(deliver)
	return q
}

func (q *Queue) drain(deliver func(string)) {
	for { // want "this loop has no way out: it waits for q.more.Wait in each pass, and the goroutine started at line 18 outlives its owner"
		q.mu.Lock()
		for len(q.items) == 0 {
			q.more.Wait()
		}
		item := q.items[0]
		q.items = q.items[1:]
		q.mu.Unlock()
		deliver(item)
	}
}

// Close says that no more come.
func (q *Queue) Close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.more.Broadcast()
}

type lines struct {
	mu      sync.Mutex
	more    sync.Cond
	waiting []string
}

func (l *lines) next() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.waiting) == 0 {
		l.more.Wait()
	}
	line := l.waiting[0]
	l.waiting = l.waiting[1:]
	return line
}

// Print waits in a function that it calls.
func Print(l *lines, show func(string)) {
	go func() {
		for { // want "this loop has no way out: it waits for l.next in each pass, and the goroutine started at line 62 outlives its owner"
			show(l.next())
		}
	}()
}

// Local waits for a condition of its own.
func Local(work func()) func() {
	var mu sync.Mutex
	wake := sync.NewCond(&mu)
	go func() {
		mu.Lock()
		defer mu.Unlock()
		for { // want "this loop has no way out: it waits for wake.Wait in each pass, and the goroutine started at line 73 outlives its owner"
			wake.Wait()
			work()
		}
	}()
	return wake.Signal
}

//oracle:goroutines NewQueue(func(string) {}).Close()
