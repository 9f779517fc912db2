package fixture

import "time"

func collected(events <-chan int) {
	for {
		select {
		case <-events:
		case <-time.After(time.Minute):
			return
		}
	}
}
