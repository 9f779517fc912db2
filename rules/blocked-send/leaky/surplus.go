package batch

import "sync"

// A job that fails sends twice.
func run(jobs []func() (int, error), sum *int) error {
	errs := make(chan error)
	var mu sync.Mutex
	for _, job := range jobs {
		go func() {
			n, err := job()
			if err != nil {
				errs <- err
			}
			mu.Lock()
			*sum += n
			mu.Unlock()
			errs <- nil // want "warning: each goroutine started at line 10 may send 2 values on \"errs\", one after the other, and one is received for each: it then stays"
		}()
	}
	var last error
	for range jobs {
		if err := <-errs; err != nil {
			last = err
		}
	}
	return last
}

// As above, counted.
func numbered(n int, work func(int) error) (failed int) {
	done := make(chan error)
	for i := 0; i < n; i++ {
		go func(i int) {
			err := work(i)
			if err != nil {
				done <- err
			}
			done <- nil // want "each goroutine started at line 34 may send 2 values"
		}(i)
	}
	for i := 0; i < n; i++ {
		if <-done != nil {
			failed++
		}
	}
	return failed
}

// One goroutine, and one receive on each way.
func once(check func() error, fetch func() error) error {
	result := make(chan error)
	go func() {
		if err := check(); err != nil {
			result <- err
		}
		result <- fetch() // want "the goroutine started at line 53 may send 2 values on \"result\", one after the other, and one is received: it"
	}()
	return <-result
}

// Three values, one is received and one has room.
func buffered(check func() error, quiet bool) error {
	result := make(chan error, 1)
	go func() {
		result <- check()
		result <- check()
		result <- check() // want "may send 3 values on \"result\", one after the other, and one is received, with room for 1 more"
	}()
	if quiet {
		<-result
		return nil
	}
	return <-result
}
