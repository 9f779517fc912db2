package clean

import (
	"sync"
	"time"
)

type pinger struct {
	ping *time.Ticker
	done chan struct{}
}

func newPinger() *pinger {
	return &pinger{ping: time.NewTicker(time.Minute), done: make(chan struct{})}
}

func (p *pinger) stop() { p.ping.Stop() }

var pingers sync.Map

// The one that loses is stopped.
func pingerOf(host string) any {
	mine := newPinger()
	kept, loaded := pingers.LoadOrStore(host, mine)
	if loaded {
		mine.stop()
	}
	return kept
}

func dropPinger(host string) {
	if p, ok := pingers.LoadAndDelete(host); ok {
		p.(*pinger).stop()
	}
}

type page struct{ text string }

// What it starts does its work and ends.
func newPage(text string) *page {
	p := &page{text: text}
	go p.fetch()
	return p
}

func (p *page) fetch() { p.text += "." }

var pages sync.Map

func pageOf(name string) any {
	kept, _ := pages.LoadOrStore(name, newPage(name))
	return kept
}

func dropPage(name string) { pages.Delete(name) }
