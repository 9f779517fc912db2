package fixture

import "time"

func deliver(messages []string, out chan<- string) {
	for _, each := range messages {
		t := time.NewTimer(time.Minute) // want "note: each .case out <- each."
		select {
		case out <- each:
		case <-t.C:
			return
		}
	}
}
