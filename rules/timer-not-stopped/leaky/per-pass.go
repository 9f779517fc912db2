package fixture

import "time"

func read(packets <-chan []byte, handle func([]byte), idle func()) {
	for {
		t := time.NewTimer(time.Minute) // want "warning: each .case p, ok := <-packets. at line 9 leaves timer \"t\" from time.NewTimer pending for time.Minute, and the loop at line 6 makes another one"
		select {
		case p, ok := <-packets:
			if !ok {
				return
			}
			handle(p)
		case <-t.C:
			idle()
		}
	}
}

func channelOnly(trigger <-chan int, quit <-chan struct{}, f func()) {
	for {
		select {
		case <-time.NewTimer(time.Minute).C: // want "warning: each .case <-trigger. at line 24 leaves the timer from time.NewTimer"
		case <-trigger:
		case <-quit:
			return
		}
		f()
	}
}

func alias(trigger <-chan int, quit <-chan struct{}, f func()) {
	for {
		var expired <-chan time.Time
		expired = time.NewTimer(time.Minute).C // want "leaves timer \"expired\""
		select {
		case <-expired:
		case <-trigger:
		case <-quit:
			return
		}
		f()
	}
}
