package fixture

import "time"

func throttled(ticks <-chan time.Time, items []string, send func(string)) {
	for _, each := range items {
		<-ticks
		send(each)
	}
}

func inBatches(ticks <-chan time.Time, batches [][]string, send func(string)) {
	for _, each := range batches {
		throttled(ticks, each, send)
	}
}

// Who it is lent to returns it: it is this function's alone when it returns.
func once(batches [][]string, send func(string)) {
	ticks := time.Tick(time.Second) // want "warning: time.Tick gives only the channel of its ticker, so nobody can stop it when the function ends at line 22"
	inBatches(ticks, batches, send)
}

func adapting(next func() ([]string, bool), send func(string), measure func() time.Duration) {
	ticks := time.Tick(time.Second) // want "warning: time.Tick gives only the channel"
	for {
		items, ok := next()
		if !ok {
			return
		}
		throttled(ticks, items, send)
		ticks = time.Tick(measure()) // want "warning: the ticker from time.Tick is made anew in each pass of the loop at line 26"
	}
}
