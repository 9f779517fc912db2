package fixture

import "time"

func rearmedWhenFired(in <-chan int, flush func()) {
	var timeout <-chan time.Time
	for {
		select {
		case _, ok := <-in:
			if !ok {
				return
			}
			if timeout == nil {
				timeout = time.After(time.Second)
			}
		case <-timeout:
			flush()
			timeout = nil
		}
	}
}

func switchesItselfOff(done func() bool, purge func(), quit <-chan struct{}) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	ticks := t.C
	var keep <-chan time.Time
	for {
		select {
		case <-ticks:
			if done() {
				keep = time.After(time.Hour)
				ticks = nil
			}
		case <-keep:
			purge()
			return
		case <-quit:
			return
		}
	}
}

func firesOnce(join func() bool, observe func(), quit <-chan struct{}) {
	after := time.After(time.Second)
	var look <-chan time.Time
	for {
		select {
		case <-after:
			if join() {
				look = time.After(time.Minute)
			}
		case <-look:
			observe()
			return
		case <-quit:
			return
		}
	}
}

func beforeTheLoop(events <-chan int, f func(int)) {
	timeout := time.After(time.Minute)
	for {
		select {
		case n := <-events:
			f(n)
		case <-timeout:
			return
		}
	}
}

func timeNotAfter(deadline time.Time, events <-chan int) {
	for range events {
		if time.Now().After(deadline) {
			return
		}
	}
}

func inCallback(events <-chan int, each func(func())) {
	for range events {
		each(func() { <-time.After(time.Second) })
	}
}
