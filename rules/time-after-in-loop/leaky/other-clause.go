package fixture

import "time"

func consume(events <-chan string, handle func(string)) {
	for {
		select {
		case e := <-events:
			handle(e)
		case <-time.After(time.Minute): // want "warning: each .case e := <-events. at line 8 leaves the timer from time.After pending for time.Minute, and the loop at line 6 makes another one"
			return
		}
	}
}

func perMessage(in <-chan []string, out chan<- string) {
	for batch := range in {
		for _, each := range batch {
			select {
			case out <- each:
			case <-time.After(10 * time.Second): // want "warning: each .case out <- each. at line 20 leaves the timer"
				return
			}
		}
	}
}

func polls(f func()) {
	for {
		select {
		case <-time.After(time.Minute): // want "each .default. at line 33"
			return
		default:
			f()
		}
	}
}

func labelled(events <-chan int, quit <-chan struct{}) {
loop:
	for {
		select {
		case n := <-events:
			if n == 0 {
				break
			}
			continue loop
		case <-quit:
			break loop
		case <-time.After(5 * time.Second): // want "each .case n := <-events."
		}
	}
}
