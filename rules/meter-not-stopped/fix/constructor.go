// Package fixture: the registry calls the constructor itself, when it needs it.
package fixture

import "github.com/rcrowley/go-metrics"

func hit(r metrics.Registry, name string) {
	r.GetOrRegister(name, metrics.NewMeter()).(metrics.Meter).Mark(1)
}

func took(name string, work func()) {
	metrics.GetOrRegister(name, metrics.NewTimer()).(metrics.Timer).Time(work)
}
