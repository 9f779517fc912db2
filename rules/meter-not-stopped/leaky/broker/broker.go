package broker

import (
	"fmt"

	"github.com/rcrowley/go-metrics"
)

type config struct{ registry metrics.Registry }

func newConfig() *config { return &config{registry: metrics.NewRegistry()} }

type Broker struct {
	id              int
	conf            *config
	in, out, ownOut metrics.Meter
}

func (b *Broker) Open(conf *config) {
	b.conf = conf
	b.in = metrics.GetOrRegisterMeter("in", conf.registry) // want "^note: the meter from metrics.GetOrRegisterMeter goes into conf.registry, a registry of its own for each owner, and Close of Broker does not unregister it: .* \(and so it is with one more meter in this function\)$"
	b.out = metrics.GetOrRegisterMeter("out", conf.registry)
	b.ownOut = brokerMeter("own-out", b) // want "^warning: the meter from brokerMeter is registered under a name made of Broker, and nothing in this package unregisters it: one stays for every Broker ever seen$"
}

func (b *Broker) Close() {}

func brokerMeter(name string, broker *Broker) metrics.Meter {
	return metrics.GetOrRegisterMeter(brokerName(name, broker), broker.conf.registry)
}

func brokerName(name string, broker *Broker) string {
	return fmt.Sprintf("%s-for-broker-%d", name, broker.id)
}
