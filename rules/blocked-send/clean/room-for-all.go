package summary

import "sync"

// There is room for as many results as there are tasks.
func summarize(workers int, work func(int) error) error {
	tasks := make(chan int, 16)
	results := make(chan error, 16)
	var wg sync.WaitGroup
	for i := 0; i < workers; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for task := range tasks {
				results <- work(task)
			}
		}()
	}
	for task := 0; task < 16; task++ {
		tasks <- task
	}
	close(tasks)
	go func() {
		wg.Wait()
		close(results)
	}()
	for err := range results {
		if err != nil {
			return err
		}
	}
	return nil
}
