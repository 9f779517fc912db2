// Package fixture: missed, because another package starts Run as a goroutine, which this one does not show.
package fixture

// Drainer follows its switch for ever.
type Drainer struct {
	enabled chan bool
	drain   func(bool)
}

// NewDrainer makes a Drainer; its owner writes go d.Run().
func NewDrainer(drain func(bool)) *Drainer {
	return &Drainer{enabled: make(chan bool), drain: drain}
}

// SetEnabled turns it on or off.
func (d *Drainer) SetEnabled(on bool) { d.enabled <- on }

// Run never comes back.
func (d *Drainer) Run() {
	for on := range d.enabled {
		d.drain(on)
	}
}
