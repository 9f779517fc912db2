package clean

import "time"

type Sample struct {
	ContainerName string
	At            time.Time
}

var metricCache = map[string][]Sample{}

func Collect(samples <-chan Sample) {
	for sample := range samples {
		kept := append(metricCache[sample.ContainerName], sample)
		metricCache[sample.ContainerName] = kept
		if time.Since(kept[0].At) > time.Hour {
			delete(metricCache, sample.ContainerName)
		}
	}
}
