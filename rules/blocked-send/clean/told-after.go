package daemon

import "time"

// Whoever hears that it is finished knows that the send is done.
func finished(work func() error, results func(error)) {
	done := make(chan struct{})
	failed := make(chan error)
	go func() {
		failed <- work()
		close(done)
	}()
	select {
	case err := <-failed:
		results(err)
	case <-done:
	}
}

// It is closed when the goroutine ends.
func deferred(work func() error, results func(error)) {
	done := make(chan struct{})
	failed := make(chan error)
	go func() {
		defer close(done)
		if err := work(); err != nil {
			failed <- err
		}
	}()
	select {
	case err := <-failed:
		results(err)
	case <-done:
	}
}

// Value and answer take turns: an answer follows each value.
func turns(next func() int, stop func(int) bool) {
	values := make(chan int)
	ready := make(chan struct{})
	go func() {
		for {
			ready <- struct{}{}
			value := next()
			values <- value
			if stop(value) {
				return
			}
		}
	}()
	for {
		<-ready
		if value := <-values; stop(value) {
			return
		}
	}
}

// There is room for it.
func started(serve func() error) error {
	began := make(chan struct{})
	failed := make(chan error, 1)
	go func() {
		close(began)
		failed <- serve()
	}()
	<-began
	select {
	case err := <-failed:
		return err
	case <-time.After(time.Second):
		return nil
	}
}
