// Package fixture: loops that leave through a done arm and forget their ticker there.
package fixture

import (
	"context"
	"sync"
	"time"
)

type buffer struct {
	mu      sync.Mutex
	pending []string
	quit    chan struct{}
}

func (b *buffer) flush() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.pending = nil
}

// Quit is closed by the owner; a call as the done channel.
func (b *buffer) Quit() <-chan struct{} { return b.quit }

func (b *buffer) HasBeenClosed() chan struct{} { return b.quit }

func (b *buffer) flushUntilCancelled(ctx context.Context, every time.Duration) {
	ticker := time.NewTicker(every) // want "warning: ticker .ticker. from time.NewTicker is not stopped when the function returns at line 35"
	for {
		select {
		case <-ticker.C:
			b.flush()
		case <-ctx.Done():
			b.flush()
			return
		}
	}
}

func (b *buffer) startFlusher(ctx context.Context) {
	go func() {
		t := time.NewTicker(10 * time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 48"
		for {
			select {
			case <-t.C:
				b.flush()
			case <-ctx.Done():
				return
			}
		}
	}()
}

func (b *buffer) run() error {
	tick := time.NewTicker(time.Minute) // want "warning: ticker .tick. from time.NewTicker is not stopped when the function returns at line 59"
	for {
		select {
		case <-b.HasBeenClosed():
			return nil
		case <-tick.C:
			b.flush()
		}
	}
}

func (b *buffer) heartbeat(send func() error) error {
	interval := 5 * time.Second
	beat := time.NewTicker(interval) // want "warning: ticker .beat. from time.NewTicker is not stopped when the function returns at line 77"
	for {
		select {
		case <-beat.C:
			if err := send(); err != nil {
				continue
			}
			b.flush()
		case <-b.Quit():
			return nil
		}
	}
}

func drainBatches(in <-chan string, write func([]string)) {
	flush := time.NewTicker(200 * time.Millisecond) // want "warning: ticker .flush. from time.NewTicker is not stopped when the function returns at line 90"
	var batch []string
	for {
		select {
		case line, ok := <-in:
			if !ok {
				write(batch)
				return
			}
			batch = append(batch, line)
		case <-flush.C:
			write(batch)
			batch = batch[:0]
		}
	}
}

func demux(frames <-chan []byte, stop <-chan struct{}) {
	var (
		seen   int
		ticker = time.NewTicker(20 * time.Millisecond) // want "warning: ticker .ticker. from time.NewTicker is not stopped when the function returns at line 112"
	)
	for {
		select {
		case <-frames:
			seen++
		case <-ticker.C:
			seen = 0
		case <-stop:
			return
		}
	}
}

func declared(stop <-chan struct{}, work func()) {
	var ticker *time.Ticker
	ticker = time.NewTicker(time.Second) // want "warning: ticker .ticker. from time.NewTicker is not stopped when the function returns at line 125"
	for {
		select {
		case <-ticker.C:
			work()
		case <-stop:
			return
		}
	}
}

// Two tickers, both forgotten on the one way out.
func streamSnapshots(ctx context.Context, send, ping func()) {
	data := time.NewTicker(time.Second)      // want "warning: ticker .data. from time.NewTicker is not stopped when the function returns at line 137"
	keepAlive := time.NewTicker(time.Minute) // want "warning: ticker .keepAlive. from time.NewTicker is not stopped when the function returns at line 137"
	for {
		select {
		case <-ctx.Done():
			return
		case <-data.C:
			send()
		case <-keepAlive.C:
			ping()
		}
	}
}

// Two tickers, one remembered.
func scrape(done <-chan struct{}, collect, report func()) {
	fast := time.NewTicker(time.Second)
	defer fast.Stop()
	slow := time.NewTicker(time.Hour) // want "warning: ticker .slow. from time.NewTicker is not stopped when the function returns at line 154"
	for {
		select {
		case <-done:
			return
		case <-fast.C:
			collect()
		case <-slow.C:
			report()
		}
	}
}

// Two on one line.
func pair(done <-chan struct{}, a, b func()) {
	x, y := time.NewTicker(time.Second), time.NewTicker(time.Minute) // want "warning: ticker .x. from time.NewTicker is not stopped when the function returns at line 169" "warning: ticker .y. from time.NewTicker is not stopped when the function returns at line 169"
	for {
		select {
		case <-done:
			return
		case <-x.C:
			a()
		case <-y.C:
			b()
		}
	}
}

//oracle:timers demux(nil, closed)
//oracle:timers declared(closed, nothing)
//oracle:timers scrape(closed, nothing, nothing)
//oracle:timers pair(closed, nothing, nothing)
