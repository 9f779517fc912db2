package store

import (
	"context"
	"sync"
	"time"
)

type (
	roomy struct{ reply chan error }
	told  struct {
		gone  chan struct{}
		reply chan error
	}
	asked struct {
		ctx   context.Context
		reply chan error
	}
	patient struct{ reply chan error }
	queued  struct{ reply chan error }
	pooled  struct{ reply chan error }
	quits   struct{ reply chan error }
	polled  struct{ reply chan error }
)

// There is room for the answer.
func withRoom(ctx context.Context, requests chan<- *roomy) error {
	r := &roomy{reply: make(chan error, 1)}
	requests <- r
	select {
	case err := <-r.reply:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func answerRoomy(requests <-chan *roomy, work func() error) {
	for r := range requests {
		r.reply <- work()
	}
}

// Who answers hears of it.
func withGone(ctx context.Context, requests chan<- *told) error {
	r := &told{reply: make(chan error), gone: make(chan struct{})}
	defer close(r.gone)
	requests <- r
	select {
	case err := <-r.reply:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func answerTold(requests <-chan *told, work func() error) {
	for r := range requests {
		select {
		case r.reply <- work():
		case <-r.gone:
		}
	}
}

func withContext(ctx context.Context, requests chan<- *asked) error {
	r := &asked{ctx: ctx, reply: make(chan error)}
	requests <- r
	select {
	case err := <-r.reply:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func answerAsked(requests <-chan *asked, work func() error) {
	for r := range requests {
		select {
		case r.reply <- work():
		case <-r.ctx.Done():
		}
	}
}

// The caller waits until it has the answer.
func patiently(ctx context.Context, requests chan<- *patient, log func(string)) error {
	r := &patient{reply: make(chan error)}
	requests <- r
	for {
		select {
		case err := <-r.reply:
			return err
		case <-time.After(time.Second):
			log("still waiting")
		case <-ctx.Done():
			log("the answer counts all the same")
			return <-r.reply
		}
	}
}

func answerPatient(requests <-chan *patient, work func() error) {
	for r := range requests {
		r.reply <- work()
	}
}

type queue struct {
	mu   sync.Mutex
	open map[*queued]bool
}

// Who gives up takes the request back.
func (q *queue) wait(ctx context.Context) error {
	r := &queued{reply: make(chan error)}
	q.mu.Lock()
	q.open[r] = true
	q.mu.Unlock()
	select {
	case err := <-r.reply:
		return err
	case <-ctx.Done():
		q.remove(r)
		return ctx.Err()
	}
}

func (q *queue) remove(r *queued) {
	q.mu.Lock()
	delete(q.open, r)
	q.mu.Unlock()
}

func (q *queue) answer(err error) {
	for r := range q.open {
		r.reply <- err
	}
}

// A goroutine takes the late answer.
func late(ctx context.Context, requests chan<- *pooled) error {
	r := &pooled{reply: make(chan error)}
	requests <- r
	select {
	case err := <-r.reply:
		return err
	case <-ctx.Done():
		go func() { <-r.reply }()
		return ctx.Err()
	}
}

func answerPooled(requests <-chan *pooled, work func() error) {
	for r := range requests {
		r.reply <- work()
	}
}

type server struct {
	requests chan *quits
	quit     chan struct{}
}

// Both end together.
func (s *server) do() error {
	r := &quits{reply: make(chan error)}
	s.requests <- r
	select {
	case err := <-r.reply:
		return err
	case <-s.quit:
		return nil
	}
}

func (s *server) run(work func() error) {
	for {
		select {
		case r := <-s.requests:
			r.reply <- work()
		case <-s.quit:
			return
		}
	}
}

// A select with default looks whether somebody waits.
func poll(ctx context.Context, requests chan<- *polled) error {
	r := &polled{reply: make(chan error)}
	requests <- r
	select {
	case err := <-r.reply:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func answerPolled(requests <-chan *polled, work func() error) {
	for r := range requests {
		select {
		case r.reply <- work():
		default:
		}
	}
}

// The field belongs to who receives, for as long as that runs: what is sent are requests, not answers.
type loop struct {
	stop chan chan error
	add  chan int
}

func newLoop() *loop {
	l := &loop{stop: make(chan chan error), add: make(chan int)}
	go l.run(time.NewTimer(time.Hour))
	return l
}

func (l *loop) run(idle *time.Timer) {
	sum := 0
	for {
		select {
		case n := <-l.add:
			sum += n
		case <-idle.C:
			return
		}
	}
}

func (l *loop) put(n int) { l.add <- n }
