package thumbs

import "sync"

// It is closed.
func closed(in []int, work func(int)) {
	tasks := make(chan int)
	var done sync.WaitGroup
	done.Add(1)
	go func() {
		defer done.Done()
		for {
			n, ok := <-tasks
			if !ok {
				return
			}
			work(n)
		}
	}()
	for _, n := range in {
		tasks <- n
	}
	close(tasks)
	done.Wait()
}

// The loop has another way out.
func until(in []int, work func(int) bool) {
	tasks := make(chan int)
	go func() {
		for {
			n, ok := <-tasks
			if !ok {
				return
			}
			if !work(n) {
				return
			}
		}
	}()
	for _, n := range in {
		tasks <- n
	}
}

// Another clause ends it.
func stopped(in []int, work func(int)) {
	tasks := make(chan int)
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		for {
			select {
			case n, ok := <-tasks:
				if !ok {
					return
				}
				work(n)
			case <-stop:
				return
			}
		}
	}()
	for _, n := range in {
		tasks <- n
	}
}

// Others may close it.
func handedOut(work func(int)) chan<- int {
	tasks := make(chan int)
	go func() {
		for {
			n, ok := <-tasks
			if !ok {
				return
			}
			work(n)
		}
	}()
	return tasks
}

// A map gives the same form, and so does an assertion.
func lookedUp(next func() string, known map[string]int, work func(int)) {
	go func() {
		for {
			n, ok := known[next()]
			if !ok {
				return
			}
			work(n)
		}
	}()
}
