// Package fixture: the loop hears that it is time to stop, and goes on.
package fixture

import (
	"context"
	"log"
	"time"
)

func brokenBreak(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for { // want "warning: the break at line 16 leaves only the select, so .case <-ctx.Done... does not end this loop: once that channel is closed, it spins"
		select {
		case <-ctx.Done():
			break
		case <-t.C:
			work()
		}
	}
}

func breakAfterWork(stop <-chan struct{}, lines <-chan string, show func(string)) {
	go func() {
		for { // want "warning: the break at line 29 leaves only the select, so .case <-stop. does not end this loop"
			select {
			case <-stop:
				show("stopped")
				break
			case line := <-lines:
				show(line)
			}
		}
	}()
}

// That another clause leaves does not make up for it.
func siblingLeaves(quit <-chan struct{}, lines <-chan string, show func(string)) {
	for { // want "warning: the break at line 43 leaves only the select, so .case <-quit. does not end this loop"
		select {
		case <-quit:
			log.Print("quitting")
			break
		case line, ok := <-lines:
			if !ok {
				return
			}
			show(line)
		}
	}
}

type poller struct {
	closing chan struct{}
	work    func()
}

func (p *poller) run() {
	for { // want "warning: .case <-p.closing. at line 61 does not leave this loop: once that channel is closed, it spins"
		select {
		case <-p.closing:
		case <-time.After(time.Second):
			p.work()
		}
	}
}

func logged(ctx context.Context, work func()) {
	for { // want "warning: .case <-ctx.Done... at line 71 does not leave this loop"
		select {
		case <-ctx.Done():
			log.Println("done")
		default:
			work()
		}
	}
}

func (p *poller) start() { go p.run() }
