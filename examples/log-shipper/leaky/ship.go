// Package shipper takes log lines over HTTP and ships them in batches.
package shipper

import (
	"bufio"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
)

// batchSize is the number of lines that are shipped at once.
const batchSize = 100

// Shipper ships the lines of each request.
type Shipper struct {
	// Workers is how many batches of a request are shipped at the same time.
	Workers int
	// Ship brings a batch to where it is kept.
	Ship func(batch []string) error
}

// ServeHTTP answers when all lines of the request are shipped, with the number of those that were lost.
func (s *Shipper) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	batches := make(chan []string)
	var pending sync.WaitGroup
	var lost atomic.Int64
	for i := 0; i < s.Workers; i++ {
		go func() {
			for batch := range batches {
				if err := s.Ship(batch); err != nil {
					lost.Add(int64(len(batch)))
				}
				pending.Done()
			}
		}()
	}
	lines := bufio.NewScanner(r.Body)
	for batch := next(lines); len(batch) > 0; batch = next(lines) {
		pending.Add(1)
		batches <- batch
	}
	pending.Wait()
	fmt.Fprintf(w, "%d lines lost\n", lost.Load())
}

// next reads up to batchSize lines; none at the end.
func next(lines *bufio.Scanner) []string {
	var batch []string
	for len(batch) < batchSize && lines.Scan() {
		batch = append(batch, lines.Text())
	}
	return batch
}
