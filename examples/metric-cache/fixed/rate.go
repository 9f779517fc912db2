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

// lifetime is how long a series may be silent before it is forgotten.
const lifetime = 5 * time.Minute

var (
	mu        sync.Mutex
	lastSweep time.Time
)

// metricCache holds the last sample of each series. A series is a metric with its labels, the container's id among them.
var metricCache = make(map[string]sample)

// Rate is the change of the series per second since it was seen last; 0 the first time.
func Rate(series string, value float64, at time.Time) float64 {
	mu.Lock()
	defer mu.Unlock()
	sweep(at)
	last, seen := metricCache[series]
	metricCache[series] = sample{value: value, at: at}
	elapsed := at.Sub(last.at).Seconds()
	if !seen || elapsed <= 0 {
		return 0
	}
	return (value - last.value) / elapsed
}

// sweep forgets the series of containers that are gone. It looks once in a lifetime, so its cost per sample is constant.
func sweep(now time.Time) {
	if now.Sub(lastSweep) < lifetime {
		return
	}
	lastSweep = now
	for series, last := range metricCache {
		if now.Sub(last.at) > lifetime {
			delete(metricCache, series)
		}
	}
}
