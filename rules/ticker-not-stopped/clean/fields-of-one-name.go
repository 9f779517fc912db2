// Package fixture: the field of what is embedded, of what is converted, and of what has no known type may be this one.
package fixture

import (
	"slices"
	"time"
)

type base struct {
	tick *time.Ticker
	done chan struct{}
}

type outer struct{ *base }

func newOuter(done chan struct{}) outer {
	return outer{&base{tick: time.NewTicker(time.Second), done: done}}
}

func (o outer) serve(work func()) {
	for {
		select {
		case <-o.tick.C:
			work()
		case <-o.done:
			return
		}
	}
}

func (o outer) close() { o.tick.Stop() }

type plain struct {
	clock *time.Ticker
	done  chan struct{}
}

type other plain

func newPlain(done chan struct{}) *plain {
	return &plain{clock: time.NewTicker(time.Second), done: done}
}

func (p *plain) serve(work func()) {
	for {
		select {
		case <-p.clock.C:
			work()
		case <-p.done:
			return
		}
	}
}

func (p *plain) close() { (*other)(p).stop() }

func (o *other) stop() { o.clock.Stop() }

type kept struct {
	beat *time.Ticker
	done chan struct{}
}

func newKept(done chan struct{}) *kept {
	return &kept{beat: time.NewTicker(time.Second), done: done}
}

func (k *kept) serve(work func()) {
	for {
		select {
		case <-k.beat.C:
			work()
		case <-k.done:
			return
		}
	}
}

func stopAll(all []*kept) {
	for _, each := range slices.Clone(all) {
		each.beat.Stop()
	}
}
