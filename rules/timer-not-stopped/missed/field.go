package fixture

import "time"

type conn struct {
	in   chan int
	idle *time.Timer
}

// What a field held before it is given a new timer is not followed.
func (c *conn) run(f func(int)) {
	for {
		c.idle = time.NewTimer(time.Minute)
		select {
		case n := <-c.in:
			f(n)
		case <-c.idle.C:
			return
		}
	}
}

// A configured duration may be anything; only what is written out is known to be long.
func configured(limit time.Duration, done <-chan struct{}) {
	t := time.NewTimer(limit)
	select {
	case <-t.C:
	case <-done:
	}
}
