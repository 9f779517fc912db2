package fixture

import "time"

func rangeWithBreak(ready func() bool) {
	for range time.Tick(time.Second) { // want "nobody can stop it when the function ends at line 11"
		if ready() {
			break
		}
	}
}

func rangeWithReturn(ready func() bool) {
	ticks := time.Tick(time.Second) // want "nobody can stop it when the function returns at line 17"
	for range ticks {
		if ready() {
			return
		}
	}
}
