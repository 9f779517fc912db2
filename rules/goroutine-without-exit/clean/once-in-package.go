package collect

import (
	"sync"
	"time"
)

var (
	collectOnce sync.Once
	collectors  *collector
)

type collector struct {
	once sync.Once
	sum  int
}

func newCollector() *collector { return &collector{} }

func setUp() { collectors = newCollector() }

// Get makes the one collector there is.
func Get() *collector {
	collectOnce.Do(func() { setUp() })
	return collectors
}

// Collect starts the one goroutine of the one collector.
func (c *collector) Collect(pause time.Duration) int {
	c.once.Do(func() {
		go func() {
			for {
				time.Sleep(pause)
				c.sum++
			}
		}()
	})
	return c.sum
}
