// Package agent reports how much of a processor each container of a host uses.
package agent

import (
	"sync"
	"time"
)

// sample is the processor time that a container had used at some time, in seconds.
type sample struct {
	used float64
	at   time.Time
}

var mu sync.Mutex

// metricCache holds the last sample of each container.
var metricCache = make(map[string]sample)

// Usage is the share of one processor that the container has used since it was seen last; 0 the first time.
func Usage(containerID string, used float64, at time.Time) float64 {
	mu.Lock()
	defer mu.Unlock()
	last, seen := metricCache[containerID]
	metricCache[containerID] = sample{used: used, at: at}
	elapsed := at.Sub(last.at).Seconds()
	if !seen || elapsed <= 0 {
		return 0
	}
	return (used - last.used) / elapsed
}
