// Package fixture: goroutines that look at the flag of their owner, and the one that lives as long as the process.
package fixture

import "sync"

// Queue belongs to one account.
type Queue struct {
	mu     sync.Mutex
	more   *sync.Cond
	items  []string
	closed bool
}

// NewQueue starts the goroutines of an account.
func NewQueue(deliver func(string)) *Queue {
	q := &Queue{}
	q.more = sync.NewCond(&q.mu)
	go q.drain(deliver)
	go q.count(deliver)
	go q.until()
	return q
}

func (q *Queue) drain(deliver func(string)) {
	for {
		q.mu.Lock()
		for len(q.items) == 0 && !q.closed {
			q.more.Wait()
		}
		if q.closed {
			q.mu.Unlock()
			return
		}
		item := q.items[0]
		q.items = q.items[1:]
		q.mu.Unlock()
		deliver(item)
	}
}

// next says whether there is more.
func (q *Queue) next() (string, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 && !q.closed {
		q.more.Wait()
	}
	if q.closed {
		return "", false
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item, true
}

func (q *Queue) count(deliver func(string)) {
	for {
		item, more := q.next()
		if !more {
			break
		}
		deliver(item)
	}
}

func (q *Queue) until() {
	q.mu.Lock()
	defer q.mu.Unlock()
	for !q.closed {
		q.more.Wait()
	}
}

// Close ends them all.
func (q *Queue) Close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.more.Broadcast()
}

type log struct {
	mu    sync.Mutex
	more  *sync.Cond
	lines []string
}

var theLog = newLog()

func newLog() *log {
	l := &log{}
	l.more = sync.NewCond(&l.mu)
	go l.write()
	return l
}

func (l *log) write() {
	for {
		l.mu.Lock()
		for len(l.lines) == 0 {
			l.more.Wait()
		}
		println(l.lines[0])
		l.lines = l.lines[1:]
		l.mu.Unlock()
	}
}

// Log writes a line.
func Log(line string) {
	theLog.mu.Lock()
	theLog.lines = append(theLog.lines, line)
	theLog.mu.Unlock()
	theLog.more.Signal()
}
