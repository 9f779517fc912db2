package fixture

import (
	"time"

	"github.com/rcrowley/go-metrics"
)

func perCall(work func()) float64 {
	m := metrics.NewMeter() // want "^warning: meter \"m\" from metrics.NewMeter is not stopped when the function returns at line 13$"
	work()
	m.Mark(1)
	return m.Rate1()
}

func perPass(batches [][]byte) {
	for range batches {
		t := metrics.NewTimer() // want "^warning: meter \"t\" from metrics.NewTimer is made anew in each pass of the loop at line 17"
		t.Update(time.Second)
	}
}

// Registered, but under a name that is taken from the second call on: the new meter is in no registry.
func registered(n int64) {
	m := metrics.NewRegisteredMeter("requests", nil) // want "^warning: meter \"m\" from metrics.NewRegisteredMeter is not stopped when the function ends"
	m.Mark(n)
}

func early(fail bool) {
	m := metrics.NewMeter() // want "^warning: meter \"m\" from metrics.NewMeter is not stopped when the function returns at line 32$"
	if fail {
		return
	}
	m.Mark(1)
	m.Stop()
}
