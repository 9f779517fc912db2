// Package fixture: goroutines that wait again and again, and cannot end.
package fixture

import (
	"sync"
	"time"
)

// Gauge belongs to whoever makes it.
type Gauge struct {
	mu    sync.Mutex
	value int
	tick  *time.Ticker
	kick  chan int
	send  func(int)
}

// NewGauge starts the goroutines of a Gauge.
func NewGauge(send func(int)) *Gauge {
	g := &Gauge{tick: time.NewTicker(time.Second), kick: make(chan int), send: send}
	go g.sleepy()
	go g.ticking()
	go g.choosy()
	go func() {
		defer g.tick.Stop()
		g.late()
	}()
	return g
}

func (g *Gauge) sleepy() {
	for { // want "warning: this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 21 outlives its owner"
		if g.value == 0 {
			time.Sleep(time.Minute)
			continue
		}
		g.send(g.value)
		time.Sleep(time.Second)
	}
}

func (g *Gauge) ticking() {
	for true { // want "warning: this loop has no way out: it waits for <-g.tick.C in each pass, and the goroutine started at line 22.*who stops the ticker at line 76"
		<-g.tick.C
		g.send(g.value)
	}
}

func (g *Gauge) choosy() {
	for { // want "warning: this loop has no way out: it waits for <-g.tick.C in each pass, .*line 23.*who stops the ticker at line 76"
		select {
		case <-g.tick.C:
			g.send(g.value)
		case n := <-g.kick:
			switch n {
			case 0:
				break
			default:
				g.value = n
			}
		}
	}
}

// One call away from the go statement.
func (g *Gauge) late() {
	for ; true; <-g.tick.C { // want "warning: this loop has no way out: it waits for <-g.tick.C in each pass, .*line 24.*who stops the ticker at line 76"
		g.send(g.value)
	}
}

// Set wakes one of them.
func (g *Gauge) Set(n int) { g.kick <- n }

// Close stops the ticker, and no goroutine.
func (g *Gauge) Close() { g.tick.Stop() }

// Refresh leaves a goroutine behind with each call.
func Refresh(every time.Duration, load func() (int, error), show func(int)) {
	go func() {
		last := 0
		for { // want "warning: this loop has no way out: it waits for <-time.After.every. in each pass, .*line 80"
			if n, err := load(); err == nil {
				last = n
			}
			show(last)
			<-time.After(every)
		}
	}()
}

type group struct{ wg sync.WaitGroup }

// Go runs f in a goroutine, as errgroup does.
func (g *group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		_ = f()
	}()
}

// InGroup can never be waited for.
func InGroup(g *group, replies <-chan int, show func(int)) error {
	g.Go(func() error {
		for { // want "warning: this loop has no way out: it waits for <-replies in each pass, .*line 105"
			show(<-replies)
		}
	})
	return nil
}

// PerHost returns from the inner literal only.
func PerHost(hosts []string, probe func(string) error) {
	for _, host := range hosts {
		go func(host string) {
			for { // want "warning: this loop has no way out: it waits for time.Sleep in each pass, .*line 116"
				func() {
					if probe(host) != nil {
						return
					}
				}()
				time.Sleep(time.Second)
			}
		}(host)
	}
}

//oracle:goroutines NewGauge(func(int) {}).Close()
//oracle:goroutines Refresh(time.Hour, func() (int, error) { return 0, nil }, func(int) {})
