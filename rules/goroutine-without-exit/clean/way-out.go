// Package fixture: loops with a way out, however far it is.
package fixture

import (
	"bufio"
	"context"
	"errors"
	"log"
	"os"
	"runtime"
	"time"
)

type poller struct {
	stop    chan struct{}
	stopped bool
	tick    *time.Ticker
	work    func() error
}

func newPoller(work func() error) *poller {
	p := &poller{stop: make(chan struct{}), tick: time.NewTicker(time.Second), work: work}
	go p.returns()
	go p.labelled()
	go p.jumps()
	go p.tests()
	go p.panics()
	go p.exits()
	go p.unwinds()
	go p.viaHelper()
	go p.condition()
	return p
}

// Close ends them all.
func (p *poller) Close() {
	p.tick.Stop()
	p.stopped = true
	close(p.stop)
}

func (p *poller) returns() {
	for {
		select {
		case <-p.stop:
			return
		case <-p.tick.C:
			_ = p.work()
		}
	}
}

func (p *poller) labelled() {
loop:
	for {
		select {
		case <-p.stop:
			break loop
		case <-p.tick.C:
			_ = p.work()
		}
	}
}

func (p *poller) jumps() {
	for {
		select {
		case <-p.stop:
			goto end
		case <-p.tick.C:
			_ = p.work()
		}
	}
end:
	_ = p.work()
}

// The clause changes what is tested behind the select.
func (p *poller) tests() {
	done := false
	for {
		select {
		case <-p.stop:
			done = true
		case <-p.tick.C:
			_ = p.work()
		}
		if done {
			break
		}
	}
}

func (p *poller) panics() {
	for {
		<-p.tick.C
		if err := p.work(); err != nil {
			panic(err)
		}
	}
}

func (p *poller) exits() {
	for {
		time.Sleep(time.Second)
		if err := p.work(); err != nil {
			log.Fatalf("work: %v", err)
		}
	}
}

func (p *poller) unwinds() {
	for {
		time.Sleep(time.Second)
		if p.stopped {
			runtime.Goexit()
		}
	}
}

func (p *poller) viaHelper() {
	for {
		<-p.tick.C
		if p.work() != nil {
			giveUp()
		}
	}
}

func giveUp() {
	log.Print("giving up")
	os.Exit(1)
}

func (p *poller) condition() {
	for !p.stopped {
		time.Sleep(time.Second)
	}
}

// The clause wakes the loop, which looks at the context first.
func wakes(ctx context.Context, work func()) {
	go func() {
		for {
			if ctx.Err() != nil {
				return
			}
			select {
			case <-ctx.Done():
			case <-time.After(time.Second):
				work()
			}
		}
	}()
}

// A break at the end of a clause is no harm where the loop is left behind the select.
func leftBehind(ctx context.Context, work func()) {
	for {
		select {
		case <-ctx.Done():
			break
		case <-time.After(time.Second):
			work()
		}
		if ctx.Err() != nil {
			return
		}
	}
}

// The names of these channels speak of pieces of work that are done.
func counts(done <-chan int, total int) {
	for {
		select {
		case n := <-done:
			total -= n
			if total == 0 {
				return
			}
		case <-time.After(time.Second):
			println(total)
		}
	}
}

func reads(lines *bufio.Reader, show func(string)) {
	go func() {
		for {
			line, err := lines.ReadString('\n')
			if errors.Is(err, os.ErrClosed) {
				return
			}
			show(line)
			time.Sleep(time.Millisecond)
		}
	}()
}

// Continuing an outer loop that ends leaves this one.
func outer(names []string, next <-chan string) {
	go func() {
	names:
		for _, name := range names {
			for {
				if <-next == name {
					continue names
				}
			}
		}
	}()
}
