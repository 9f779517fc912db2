package march

import (
	"context"
	"sync"
)

// The goroutine stays until the caller's context ends, long after the function has returned.
func march(ctx context.Context, jobs []int, do func(int)) {
	queue := make(chan int)
	var wg sync.WaitGroup
	go func() {
		<-ctx.Done()
		for range queue {
			wg.Done()
		}
	}()
	for _, job := range jobs {
		wg.Add(1)
		do(job)
		wg.Done()
	}
	wg.Wait()
	close(queue)
}
