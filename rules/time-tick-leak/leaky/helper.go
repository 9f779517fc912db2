package fixture

import "time"

func everySecond() <-chan time.Time {
	return time.Tick(time.Second)
}

func caller(exit <-chan struct{}) {
	ticks := everySecond() // want "warning: everySecond gives only the channel of its ticker"
	for {
		select {
		case <-ticks:
		case <-exit:
			return
		}
	}
}
