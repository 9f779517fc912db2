package pool

import "sync"

// The workers are started in a loop before the first job is sent: it is taken to run.
func run(jobs []int, workers int, work func(int)) {
	queue := make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < workers; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for job := range queue {
				work(job)
			}
		}()
	}
	for _, job := range jobs {
		queue <- job
	}
	close(queue)
	wg.Wait()
}
