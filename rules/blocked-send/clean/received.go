package query

import (
	"context"
	"sync"
	"time"
)

// Every clause receives in the end.
func everyWay(ctx context.Context, run func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done := make(chan error)
	go func() { done <- run(ctx) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		cancel()
		return <-done
	case <-time.After(time.Second):
	}
	<-done
	return nil
}

func deferred(ctx context.Context, run func() error) error {
	done := make(chan error)
	go func() { done <- run() }()
	defer func() { <-done }()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Second):
		return nil
	}
}

func drained(ctx context.Context, run func(chan<- int)) int {
	numbers := make(chan int)
	go func() {
		defer close(numbers)
		for i := 0; i < 10; i++ {
			numbers <- i
		}
	}()
	select {
	case n := <-numbers:
		go func() {
			for range numbers {
			}
		}()
		return n
	case <-ctx.Done():
		go func() {
			for range numbers {
			}
		}()
		return 0
	}
}

func counted(jobs []func() error) (first error) {
	results := make(chan error)
	for _, job := range jobs {
		go func(job func() error) { results <- job() }(job)
	}
	for range jobs {
		if err := <-results; err != nil {
			first = err
		}
	}
	return first
}

// The exit from the loop is a count.
func countedDown(jobs []func() int) int {
	results := make(chan int)
	for _, job := range jobs {
		go func(job func() int) { results <- job() }(job)
	}
	sum, left := 0, len(jobs)
	for {
		sum += <-results
		left--
		if left == 0 {
			return sum
		}
	}
}

func closedAfterAll(jobs []func() int) int {
	results := make(chan int)
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func(job func() int) {
			defer wg.Done()
			results <- job()
		}(job)
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	sum := 0
	for n := range results {
		sum += n
	}
	return sum
}

// The clause that leaves is fed by the sender itself, after its last send.
func toldByTheSender(next func() (int, error)) (sum int, err error) {
	numbers := make(chan int)
	failed := make(chan error, 1)
	go func() {
		for {
			n, err := next()
			if err != nil {
				failed <- err
				return
			}
			numbers <- n
		}
	}()
	for {
		select {
		case n := <-numbers:
			sum += n
		case err := <-failed:
			return sum, err
		}
	}
}

// As above, with a function instead of the literal.
func toldByAFunction(next func() (int, error)) (sum int, err error) {
	numbers := make(chan int)
	failed := make(chan error, 1)
	go produce(next, numbers, failed)
	for {
		select {
		case n := <-numbers:
			sum += n
		case err := <-failed:
			return sum, err
		}
	}
}

func produce(next func() (int, error), numbers chan<- int, failed chan<- error) {
	for {
		n, err := next()
		if err != nil {
			failed <- err
			return
		}
		numbers <- n
	}
}

// Two conditions that belong together.
func onlyIfWanted(wanted bool, run func() error) error {
	done := make(chan error)
	if wanted {
		go func() { done <- run() }()
	}
	if wanted {
		return <-done
	}
	return nil
}
