// Package pinger asks hosts whether they are alive.
package pinger

import (
	"errors"
	"time"
)

// ErrTimeout says that too few replies came in time.
var ErrTimeout = errors.New("pinger: timed out")

// Pinger sends up to Count requests, one each Interval, and waits for as many replies.
type Pinger struct {
	Count    int
	Interval time.Duration
	Timeout  time.Duration

	// Send sends one request.
	Send func() error
	// Replies gives one value for each reply.
	Replies <-chan time.Duration
	// Done is closed to give up.
	Done <-chan struct{}

	sent, received int
}

// Run returns when all replies are there, when the time is over, or when it is told to give up: three ways out.
func (p *Pinger) Run() error {
	timeout := time.NewTicker(p.Timeout)
	interval := time.NewTicker(p.Interval)
	for {
		select {
		case <-p.Done:
			return nil
		case <-timeout.C:
			return ErrTimeout
		case <-interval.C:
			p.next()
		case <-p.Replies:
			p.received++
		}
		if p.Count > 0 && p.received >= p.Count {
			return nil
		}
	}
}

// next sends the next request; one that cannot be sent is lost like any other.
func (p *Pinger) next() {
	if p.Count > 0 && p.sent >= p.Count {
		return
	}
	if err := p.Send(); err == nil {
		p.sent++
	}
}
