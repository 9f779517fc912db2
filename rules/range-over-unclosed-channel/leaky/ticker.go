// Package fixture: Stop closes nothing, so a range over a ticker's channel never ends.
package fixture

import (
	"sync"
	"time"
)

// Announce stops its ticker; the goroutine waits on.
func Announce(name string, run, say func(string)) {
	interval := time.NewTicker(time.Minute)
	defer interval.Stop()
	go func() {
		for range interval.C { // want "warning: nothing ever closes .interval.C. .Stop does not either., so this loop never ends and the goroutine started at line 13 stays for ever, also when the ticker is stopped at line 12"
			say(name)
		}
	}()
	run(name)
}

// Meter flushes in the background.
type Meter struct {
	tick  *time.Ticker
	flush func()
}

// NewMeter starts a goroutine with each Meter.
func NewMeter(flush func()) *Meter {
	m := &Meter{tick: time.NewTicker(time.Second), flush: flush}
	go m.loop()
	return m
}

func (m *Meter) loop() {
	for range m.tick.C { // want "warning: nothing ever closes .m.tick.C. .*started at line 30 stays for ever, also when the ticker is stopped at line 41"
		m.flush()
	}
}

// Close stops the ticker only.
func (m *Meter) Close() { m.tick.Stop() }

// Poll keeps only the channel.
func (m *Meter) Poll(every time.Duration) {
	c := time.Tick(every)
	go func() {
		for now := range c { // want "warning: nothing ever closes .c. .*started at line 46"
			if now.IsZero() {
				continue
			}
			m.flush()
		}
	}()
}

// Sweep ranges over the call itself, one function away from the go statement.
func (m *Meter) Sweep(every time.Duration) {
	go func() {
		defer m.Close()
		m.sweep(every)
	}()
}

func (m *Meter) sweep(every time.Duration) {
	for range time.Tick(every) { // want "warning: nothing ever closes .time.Tick.every.. .*started at line 58"
		m.flush()
	}
}

// PerItem has a goroutine for each host, each with a ticker; the literal inside returns, the loop does not end.
func PerItem(hosts []string, wg *sync.WaitGroup, probe func(string) error) {
	for _, host := range hosts {
		wg.Add(1)
		go func(host string) {
			defer wg.Done()
			t := time.NewTicker(time.Second)
			defer t.Stop()
			for range t.C { // want "warning: nothing ever closes .t.C. .*started at line 74"
				func() {
					if probe(host) != nil {
						return
					}
				}()
			}
		}(host)
	}
}

//oracle:goroutines Announce("a", func(string) {}, func(string) {})
//oracle:goroutines NewMeter(nothing).Close()
