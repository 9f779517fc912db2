package fixture

import "time"

type pool struct{ ticks <-chan time.Time }

func (p *pool) keep(ticks <-chan time.Time) { p.ticks = ticks }

func (p *pool) keepFor(ticks <-chan time.Time) { p.keep(ticks) }

// Somewhere down there it is kept.
func fill(p *pool) {
	ticks := time.Tick(time.Second)
	p.keepFor(ticks)
}
