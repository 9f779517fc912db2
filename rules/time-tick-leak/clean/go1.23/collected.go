package fixture

import "time"

func collected(exit <-chan struct{}) {
	for {
		select {
		case <-time.Tick(time.Second):
		case <-exit:
			return
		}
	}
}
