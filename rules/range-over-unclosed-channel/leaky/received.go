package thumbs

import "sync"

type task struct{ at, in int }

// The workers leave only when the channel is closed.
func all(in []int, workers int, work func(int) int) []int {
	out := make([]int, len(in))
	tasks := make(chan task)
	var open sync.WaitGroup
	open.Add(len(in))
	for i := 0; i < workers; i++ {
		go func() {
			for { // want "warning: nothing in the function closes \"tasks\", so this loop never ends and the goroutine started at line 14 stays for ever"
				t, ok := <-tasks
				if !ok {
					break
				}
				out[t.at] = work(t.in)
				open.Done()
			}
		}()
	}
	for i, each := range in {
		tasks <- task{i, each}
	}
	open.Wait()
	return out
}

// In the head of the test, and as the only clause of a select.
func each(in []int, work func(int)) {
	first := make(chan int)
	second := make(chan int)
	go func() {
		for { // want "nothing in the function closes \"first\""
			if n, ok := <-first; ok {
				work(n)
			} else {
				return
			}
		}
	}()
	go func() {
		for { // want "nothing in the function closes \"second\""
			select {
			case n, ok := <-second:
				if !ok {
					return
				}
				work(n)
			}
		}
	}()
	for _, n := range in {
		first <- n
		second <- n
	}
}
