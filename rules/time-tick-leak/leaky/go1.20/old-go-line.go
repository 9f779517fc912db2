package fixture

import "time"

func old(exit <-chan struct{}) {
	select {
	case <-time.Tick(time.Second): // want "warning: time.Tick gives only the channel"
	case <-exit:
	}
}
