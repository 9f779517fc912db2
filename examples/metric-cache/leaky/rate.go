// Package agent turns the counters of a host's containers into rates.
package agent

import (
	"sync"
	"time"
)

// sample is what a counter showed at some time.
type sample struct {
	value float64
	at    time.Time
}

var mu sync.Mutex

// metricCache holds the last sample of each series. A series is a metric with its labels, the container's id among them.
var metricCache = make(map[string]sample)

// Rate is the change of the series per second since it was seen last; 0 the first time.
func Rate(series string, value float64, at time.Time) float64 {
	mu.Lock()
	defer mu.Unlock()
	last, seen := metricCache[series]
	metricCache[series] = sample{value: value, at: at}
	elapsed := at.Sub(last.at).Seconds()
	if !seen || elapsed <= 0 {
		return 0
	}
	return (value - last.value) / elapsed
}
