package fixture

import "time"

// With the ticker stopped nothing comes but the closed channel, again and again.
func beat(done <-chan struct{}, send func()) {
	ticker := time.NewTicker(time.Second)
	for { // want "warning: .case <-done. at line 10 does not leave this loop: once that channel is closed, it spins"
		select {
		case <-done:
			ticker.Stop()
		case <-ticker.C:
			send()
		}
	}
}
