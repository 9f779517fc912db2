package order

import "errors"

var errFull = errors.New("full")

type entry struct{ result chan error }

func roomForIt() <-chan error {
	refused := make(chan error, 1)
	refused <- errFull
	close(refused)
	return refused
}

func nobodyWaits() <-chan error {
	refused := make(chan error)
	select {
	case refused <- errFull:
	default:
	}
	return refused
}

// The workers are started, though in a loop.
func workers(n int, jobs []int, work func(int)) chan int {
	queue := make(chan int)
	for range n {
		go func() {
			for job := range queue {
				work(job)
			}
		}()
	}
	for _, job := range jobs {
		queue <- job
	}
	return queue
}

// Somebody else got it first.
func handedOn(queue chan<- entry, log func(error)) {
	result := make(chan error)
	queue <- entry{result}
	log(<-result)
	result <- errFull
}

func registered(listen func(<-chan error)) chan<- error {
	failed := make(chan error)
	listen(failed)
	failed <- errFull
	return failed
}

// A closure that is started has it, and another channel replaces it.
func replaced(big bool, take func(<-chan error)) {
	failed := make(chan error)
	if big {
		failed = make(chan error, 1)
	}
	failed <- errFull
	take(failed)
}

func kept(run func(func())) {
	failed := make(chan error)
	run(func() { <-failed })
	failed <- errFull
}
