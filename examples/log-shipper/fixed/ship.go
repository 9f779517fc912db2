// Package shipper sends log lines to where they are kept.
package shipper

import "sync"

// batchSize is the number of lines in one request.
const batchSize = 100

// Ship sends the lines with so many requests at a time and returns when all are sent, with the number that failed.
func Ship(lines []string, workers int, send func([]string) error) int {
	batches := make(chan []string)
	defer close(batches)
	var pending sync.WaitGroup
	var mu sync.Mutex
	failed := 0
	for i := 0; i < workers; i++ {
		go func() {
			for batch := range batches {
				if err := send(batch); err != nil {
					mu.Lock()
					failed += len(batch)
					mu.Unlock()
				}
				pending.Done()
			}
		}()
	}
	for len(lines) > 0 {
		n := min(batchSize, len(lines))
		pending.Add(1)
		batches <- lines[:n]
		lines = lines[n:]
	}
	pending.Wait()
	return failed
}
