// Package fixture: the owner keeps the ticker in a field, and some method of the package stops it.
package fixture

import (
	"context"
	"errors"
	"time"
)

type flusher struct {
	ticker *time.Ticker
	done   chan struct{}
}

// NewFlusher fills the field in the literal.
func NewFlusher(d time.Duration, flush func()) *flusher {
	f := &flusher{
		ticker: time.NewTicker(d),
		done:   make(chan struct{}),
	}
	go f.loop(flush)
	return f
}

func (f *flusher) loop(flush func()) {
	for {
		select {
		case <-f.ticker.C:
			flush()
		case <-f.done:
			return
		}
	}
}

// Close ends the loop.
func (f *flusher) Close() {
	f.ticker.Stop()
	close(f.done)
}

type lease struct {
	renewal *time.Ticker
	renew   func() error
}

func newLease(renew func() error) *lease {
	l := new(lease)
	l.renew = renew
	l.renewal = time.NewTicker(time.Second)
	return l
}

// The goroutine that reads the field stops it.
func (l *lease) run(ctx context.Context) error {
	defer l.renewal.Stop()
	for {
		select {
		case <-l.renewal.C:
			if err := l.renew(); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// From a local variable into the literal that is returned.
type sweeper struct{ sweep *time.Ticker }

func newSweeper(d time.Duration) sweeper {
	t := time.NewTicker(d)
	return sweeper{sweep: t}
}

func (s sweeper) cleanup(register func(func())) {
	register(s.sweep.Stop)
}

// Nested owners: the inner field is reached through the outer one.
type timing struct{ beat *time.Ticker }

type session struct{ timing timing }

func openSession(d time.Duration) *session {
	s := &session{}
	s.timing.beat = time.NewTicker(d)
	return s
}

func (s *session) shutdown() { s.timing.beat.Stop() }

// A field replaced after its Stop.
type adjustable struct{ period *time.Ticker }

func (a *adjustable) set(d time.Duration) {
	if a.period != nil {
		a.period.Stop()
	}
	a.period = time.NewTicker(d)
}

type committer struct {
	commits *time.Ticker
	name    string
}

func (c *committer) Close() { c.commits.Stop() }

func (c *committer) load() error {
	if c.name == "" {
		return errors.New("no name")
	}
	return nil
}

// The error return closes the owner.
func newCommitter(name string) (*committer, error) {
	c := &committer{commits: time.NewTicker(time.Second), name: name}
	if err := c.load(); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

// The error return stops the field.
func newCommitterByField(name string) (*committer, error) {
	c := &committer{name: name}
	c.commits = time.NewTicker(time.Second)
	if err := c.load(); err != nil {
		c.commits.Stop()
		return nil, err
	}
	return c, nil
}

// A deferred closure closes the owner whenever the named result is an error.
func newCommitterDeferred(name string) (c *committer, err error) {
	c = &committer{commits: time.NewTicker(time.Second), name: name}
	defer func() {
		if err != nil {
			c.Close()
		}
	}()
	if err = c.load(); err != nil {
		return nil, err
	}
	return c, nil
}

// All that can fail comes before the ticker.
func newCommitterLast(name string) (*committer, error) {
	c := &committer{name: name}
	if err := c.load(); err != nil {
		return nil, err
	}
	c.commits = time.NewTicker(time.Second)
	return c, nil
}

// The owner goes back to the caller together with the error.
func newCommitterWithError(name string) (*committer, error) {
	c := &committer{commits: time.NewTicker(time.Second), name: name}
	return c, c.load()
}
