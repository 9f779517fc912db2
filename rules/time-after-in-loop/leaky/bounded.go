package fixture

import "time"

func deliver(messages []string, out chan<- string) {
	for _, each := range messages {
		select {
		case out <- each:
		case <-time.After(time.Minute): // want "note: each .case out <- each. at line 8"
			return
		}
	}
}

func soonOver(in <-chan int, f func(int)) {
	for {
		select {
		case n := <-in:
			f(n)
		case <-time.After(10 * time.Millisecond): // want "note: each .case n := <-in."
			return
		}
	}
}
