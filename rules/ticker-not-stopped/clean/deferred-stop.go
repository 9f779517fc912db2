// Package fixture: Stop is deferred, directly or in a closure, on every way out.
package fixture

import (
	"context"
	"errors"
	"log"
	"sync"
	"time"
)

func direct(ctx context.Context, work func()) error {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			work()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func varBlock(ctx context.Context, work func()) {
	var (
		passes int
		ticker = time.NewTicker(time.Second)
	)
	defer ticker.Stop()
	for passes < 100 {
		select {
		case <-ticker.C:
			work()
			passes++
		case <-ctx.Done():
			return
		}
	}
}

func inLiteral(ctx context.Context, work func()) {
	go func() {
		t := time.NewTicker(time.Second)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				work()
			case <-ctx.Done():
				return
			}
		}
	}()
}

func inClosure(wg *sync.WaitGroup, ctx context.Context, work func()) {
	wg.Add(1)
	go func() {
		t := time.NewTicker(time.Second)
		defer func() {
			log.Print("worker left")
			t.Stop()
			wg.Done()
		}()
		for {
			select {
			case <-t.C:
				work()
			case <-ctx.Done():
				return
			}
		}
	}()
}

func inRecoveringClosure(ctx context.Context, work func()) (err error) {
	t := time.NewTicker(time.Second)
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("work panicked")
		}
		t.Stop()
	}()
	for {
		select {
		case <-t.C:
			work()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func inNamedClosure(ctx context.Context, connect func() error) error {
	t := time.NewTicker(time.Second)
	cleanup := func() {
		t.Stop()
		log.Print("cleaned up")
	}
	defer cleanup()
	if err := connect(); err != nil {
		return err
	}
	<-ctx.Done()
	return ctx.Err()
}

func twoInOneClosure(ctx context.Context, a, b func()) {
	fast, slow := time.NewTicker(time.Second), time.NewTicker(time.Minute)
	defer func() {
		fast.Stop()
		slow.Stop()
	}()
	for {
		select {
		case <-fast.C:
			a()
		case <-slow.C:
			b()
		case <-ctx.Done():
			return
		}
	}
}

// Nothing can fail between the two statements that stand apart.
func laterDefer(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second)
	work()
	defer t.Stop()
	<-ctx.Done()
}

func deferBeforeCreation(ctx context.Context, work func()) {
	var t *time.Ticker
	defer func() { t.Stop() }()
	t = time.NewTicker(time.Second)
	for {
		select {
		case <-t.C:
			work()
		case <-ctx.Done():
			return
		}
	}
}

// Called at once, so its defer runs at the end of each pass.
func deferInLiteralPerPass(jobs []func() bool) {
	for _, job := range jobs {
		func() {
			t := time.NewTicker(time.Second)
			defer t.Stop()
			for !job() {
				<-t.C
			}
		}()
	}
}

// The block that defers always leaves the loop.
func deferThenReturnInLoop(ctx context.Context, ready func() bool) error {
	for {
		if !ready() {
			continue
		}
		t := time.NewTicker(time.Second)
		defer t.Stop()
		select {
		case <-t.C:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
