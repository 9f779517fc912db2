package fixture

import (
	"sync"
	"time"
)

// There will be a worker, and the first one that ends stops the ticker.
func flush(workers int, period time.Duration, stop <-chan struct{}, write func()) {
	var wg sync.WaitGroup
	t := time.NewTicker(period)
	for i := 0; i < workers; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer t.Stop()
			for {
				select {
				case <-t.C:
					write()
				case <-stop:
					return
				}
			}
		}()
	}
}
