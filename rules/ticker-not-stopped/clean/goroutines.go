// Package fixture: function literals are judged by themselves, and a captured ticker by the goroutine that reads it.
package fixture

import (
	"context"
	"sync"
	"time"
)

type group struct{ wg sync.WaitGroup }

// Go runs f in a goroutine, as errgroup does.
func (g *group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		_ = f()
	}()
}

func inGroup(ctx context.Context, g *group, renew func() error) {
	g.Go(func() error {
		t := time.NewTicker(10 * time.Second)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-t.C:
				if err := renew(); err != nil {
					return err
				}
			}
		}
	})
}

func capturedAndDeferred(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second)
	go func() {
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

func capturedAndStopped(ctx context.Context, g *group, failed <-chan error) {
	t := time.NewTicker(time.Second)
	g.Go(func() error {
		for {
			select {
			case <-t.C:
			case <-ctx.Done():
				t.Stop()
				return nil
			case err := <-failed:
				t.Stop()
				return err
			}
		}
	})
}

func passedToLiteral(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second)
	go func(ticker *time.Ticker) {
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				work()
			case <-ctx.Done():
				return
			}
		}
	}(t)
}

// One goroutine reads, another stops when the context is over.
func stoppedByAnother(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second)
	go func() {
		<-ctx.Done()
		t.Stop()
	}()
	for ctx.Err() == nil {
		select {
		case <-t.C:
			work()
		case <-ctx.Done():
		}
	}
}

// The spawner waits for its reader, then stops.
func spawnerWaits(ctx context.Context, work func()) {
	var wg sync.WaitGroup
	t := time.NewTicker(time.Second)
	wg.Add(1)
	go func() {
		defer wg.Done()
		for {
			select {
			case <-t.C:
				work()
			case <-ctx.Done():
				return
			}
		}
	}()
	wg.Wait()
	t.Stop()
}

func stopReturned(ctx context.Context, work func()) (stop func()) {
	t := time.NewTicker(time.Second)
	go func() {
		for {
			select {
			case <-t.C:
				work()
			case <-ctx.Done():
				return
			}
		}
	}()
	return func() { t.Stop() }
}

type worker struct {
	done chan struct{}
	stop func()
}

func (w *worker) start(work func()) {
	t := time.NewTicker(time.Second)
	w.done = make(chan struct{})
	w.stop = func() {
		t.Stop()
		close(w.done)
	}
	go func() {
		for {
			select {
			case <-t.C:
				work()
			case <-w.done:
				return
			}
		}
	}()
}

// The spawner stops the ticker, but waits for its goroutine first.
func stoppedAfterWaiting(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		for {
			select {
			case <-t.C:
				work()
			case <-done:
				return
			}
		}
	}()
	<-finished
}
