package fixture

import "github.com/rcrowley/go-metrics"

func hit(r metrics.Registry, name string) {
	r.GetOrRegister(name, metrics.NewMeter()).(metrics.Meter).Mark(1) // want "^warning: metrics.NewMeter runs before r.GetOrRegister can find the meter that is registered: each further call makes one that nobody holds and the library keeps$"
}

func took(name string, work func()) {
	metrics.GetOrRegister(name, metrics.NewTimer()).(metrics.Timer).Time(work) // want "^warning: metrics.NewTimer runs before metrics.GetOrRegister can"
}

type wrapper struct{ registry metrics.Registry }

// Whoever calls this for each request makes a meter for each request.
func (w wrapper) NewMeter(name string) metrics.Meter {
	return w.registry.GetOrRegister(name, metrics.NewMeter()).(metrics.Meter) // want "^warning: metrics.NewMeter runs before w.registry.GetOrRegister can"
}
