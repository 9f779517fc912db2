package fixture

import "time"

func collected(in <-chan int) {
	for {
		t := time.NewTimer(time.Minute)
		select {
		case <-in:
		case <-t.C:
			return
		}
	}
}
