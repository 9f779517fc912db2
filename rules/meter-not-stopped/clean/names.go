package fixture

import (
	"fmt"

	"github.com/rcrowley/go-metrics"
)

const prefix = "server/"

type protocol struct {
	name    string
	version uint
}

// There are only so many names.
func constant(namespace string, p protocol, code uint64) {
	metrics.GetOrRegisterMeter("requests", nil).Mark(1)
	metrics.GetOrRegisterMeter(prefix+"errors", nil).Mark(1)
	metrics.GetOrRegisterMeter(namespace+"/compactions", nil).Mark(1)
	metrics.GetOrRegisterMeter(fmt.Sprintf("%s/%s/%d/%#02x", prefix, p.name, p.version, code), nil).Mark(1)
}

// A counter is in no list of the library.
func counted(topic string) { metrics.GetOrRegisterCounter("topic-"+topic, nil).Inc(1) }

// The constructor is not called before it is needed.
func lazy(r metrics.Registry) metrics.Meter {
	return r.GetOrRegister("requests", metrics.NewMeter).(metrics.Meter)
}

func lazyLiteral(r metrics.Registry) interface{} {
	return r.GetOrRegister("requests", func() metrics.Meter { return metrics.NewMeter() })
}

func asked(r metrics.Registry, name string) {
	if r.Get(name) == nil {
		r.GetOrRegister(name, metrics.NewMeter())
	}
}

type service struct{ requests metrics.Meter }

// A constructor may run once.
func newService(r metrics.Registry) *service {
	return &service{requests: r.GetOrRegister("requests", metrics.NewMeter()).(metrics.Meter)}
}
