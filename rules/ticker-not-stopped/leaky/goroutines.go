// Package fixture: each function literal is judged by its own ways out.
package fixture

import (
	"context"
	"runtime"
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
		lease := time.NewTicker(10 * time.Second) // want "warning: ticker .lease. from time.NewTicker is not stopped when the function returns at line (28|31)"
		for {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-lease.C:
				if err := renew(); err != nil {
					return err
				}
			}
		}
	})
}

// Made by the spawner, read by the goroutine, which forgets it.
func captured(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second) // want "warning: .*ticker .t. from time.NewTicker is not stopped"
	go func() {
		for {
			select {
			case <-t.C:
				work()
			case <-done:
				return
			}
		}
	}()
}

// The goroutine stops it on one of its two ways out.
func capturedPartly(done, failed <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second) // want "warning: .*ticker .t. from time.NewTicker is not stopped"
	go func() {
		for {
			select {
			case <-t.C:
				work()
			case <-done:
				t.Stop()
				return
			case <-failed:
				return
			}
		}
	}()
}

func literalPerItem(hosts []string, done <-chan struct{}, probe func(string)) {
	for _, host := range hosts {
		go func() {
			t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 80"
			for {
				select {
				case <-t.C:
					probe(host)
				case <-done:
					return
				}
			}
		}()
	}
}

func calledLiteral(ready func() (bool, error)) (err error) {
	wait := func() error {
		t := time.NewTicker(time.Millisecond) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line (94|97)"
		for {
			<-t.C
			ok, err := ready()
			if err != nil {
				return err
			}
			if ok {
				return nil
			}
		}
	}
	if err = wait(); err != nil {
		return err
	}
	return nil
}

// The defer belongs to the literal that is called at once, not to the function around it.
func deferInOtherLiteral(done <-chan struct{}) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 119"
	func() {
		u := time.NewTicker(time.Second)
		defer u.Stop()
		<-u.C
	}()
	select {
	case <-t.C:
	case <-done:
	}
}

func goexit(ready func() bool) {
	t := time.NewTicker(time.Second) // want "warning: .*ticker .t. from time.NewTicker is not stopped.*line 126"
	for {
		<-t.C
		if ready() {
			runtime.Goexit()
		}
	}
}

var watch = func(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 138"
	for {
		select {
		case <-t.C:
			work()
		case <-done:
			return
		}
	}
}

type handlers map[string]func(done <-chan struct{})

func routes(work func()) handlers {
	return handlers{
		"/events": func(done <-chan struct{}) {
			keepAlive := time.NewTicker(15 * time.Second) // want "warning: ticker .keepAlive. from time.NewTicker is not stopped when the function returns at line 154"
			for {
				select {
				case <-keepAlive.C:
					work()
				case <-done:
					return
				}
			}
		},
	}
}

// No leak, but broken: the ticker is dead before its first tick.
func stoppedBySpawner(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second) // want "note: ticker .t. from time.NewTicker is stopped when the function returns at line 175, while the goroutine started at line 165 still uses it"
	defer t.Stop()
	go func() {
		for {
			select {
			case <-t.C:
				work()
			case <-done:
				return
			}
		}
	}()
}
