// Package fixture: tickers of a clock of one's own, stopped; and things called NewTicker that are none.
package fixture

import (
	"context"
	"time"
)

// Clock is replaced in tests.
type Clock interface {
	NewTicker(d time.Duration) Ticker
}

// Ticker has its channel behind a method.
type Ticker interface {
	C() <-chan time.Time
	Stop()
}

type keeper struct {
	clock Clock
	beat  Ticker
}

func (k *keeper) run(ctx context.Context, work func()) {
	t := k.clock.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C():
			work()
		case <-ctx.Done():
			return
		}
	}
}

func (k *keeper) start() { k.beat = k.clock.NewTicker(time.Minute) }

func (k *keeper) shutdown() { k.beat.Stop() }

// realTicker gives the standard ticker the shape of the interface.
type realTicker struct{ ticker *time.Ticker }

func (r realTicker) C() <-chan time.Time { return r.ticker.C }
func (r realTicker) Stop()               { r.ticker.Stop() }

type realClock struct{}

func (realClock) NewTicker(d time.Duration) Ticker { return realTicker{time.NewTicker(d)} }

// A stock exchange has tickers too; there is nothing to stop about a quote.
type exchange struct{ prices map[string]float64 }

type quote struct {
	symbol string
	price  float64
}

func (e exchange) NewTicker(symbol string) quote {
	return quote{symbol: symbol, price: e.prices[symbol]}
}

func priceOf(e exchange, symbol string) float64 {
	ticker := e.NewTicker(symbol)
	return ticker.price
}

// NewTicker of this package is not the one of package time.
func NewTicker(symbol string) *quote { return &quote{symbol: symbol} }

func symbolOf(name string) string {
	t := NewTicker(name)
	return t.symbol
}

type calendar struct{ year int }

func (c calendar) NewTicker(step int) []int { return []int{c.year, c.year + step} }

// Here time is a parameter.
func shadowedPackage(time calendar) int {
	t := time.NewTicker(4)
	return len(t)
}
