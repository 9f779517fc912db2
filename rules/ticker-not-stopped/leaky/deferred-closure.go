// Package fixture: a deferred closure that does not mention the ticker is no Stop.
package fixture

import (
	"log"
	"sync"
	"time"
)

func recovers(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 22"
	defer func() {
		if r := recover(); r != nil {
			log.Print(r)
		}
	}()
	for {
		select {
		case <-t.C:
			work()
		case <-done:
			return
		}
	}
}

func countsDown(wg *sync.WaitGroup, done <-chan struct{}, work func()) {
	wg.Add(1)
	go func() {
		t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 40"
		defer func() {
			log.Print("worker left")
			wg.Done()
		}()
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

// The t of the closure is another variable.
func shadowedInClosure(done <-chan struct{}, other *time.Ticker) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 57"
	defer func() {
		t := other
		t.Stop()
	}()
	select {
	case <-t.C:
	case <-done:
	}
}

func closureNotDeferred(done <-chan struct{}) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 67"
	stop := func() { t.Stop() }
	select {
	case <-t.C:
		stop()
	case <-done:
	}
}

//oracle:timers recovers(closed, nothing)
//oracle:timers closureNotDeferred(closed)
