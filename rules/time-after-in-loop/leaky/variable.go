package fixture

import "time"

func idle(events <-chan string, handle func(string)) {
	timeout := time.After(time.Minute)
	for {
		select {
		case e := <-events:
			handle(e)
			timeout = time.After(time.Minute) // want "warning: each .case e := <-events. at line 9 leaves timer \"timeout\" from time.After pending for time.Minute"
		case <-timeout:
			return
		}
	}
}

func perPass(events <-chan string, d time.Duration) {
	for {
		var expired <-chan time.Time
		if d > 0 {
			expired = time.After(d) // want "each .case <-events. at line 25 leaves timer \"expired\""
		}
		select {
		case <-events:
		case <-expired:
			return
		}
	}
}

func batches(in <-chan int, max int, flush func([]int)) {
	var batch []int
	var timeout <-chan time.Time
	for {
		select {
		case n, ok := <-in:
			if !ok {
				return
			}
			batch = append(batch, n)
			if timeout == nil {
				timeout = time.After(time.Second) // want "timer \"timeout\" from time.After pending"
			}
			if len(batch) >= max {
				flush(batch)
				batch, timeout = nil, nil
			}
		case <-timeout:
			flush(batch)
			batch, timeout = nil, nil
		}
	}
}
