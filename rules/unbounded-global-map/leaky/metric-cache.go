package leaky

import "time"

// Sample is one value that an agent has collected.
type Sample struct {
	ContainerName string
	Value         float64
	At            time.Time
}

var metricCache = map[string][]Sample{}

func Collect(samples <-chan Sample) {
	for sample := range samples {
		metricCache[sample.ContainerName] = append(metricCache[sample.ContainerName], sample) // want "^warning: map \"metricCache\" only grows: Collect appends under sample.ContainerName"
	}
}
