package broker

import (
	"fmt"

	"github.com/rcrowley/go-metrics"
)

type config struct{ registry metrics.Registry }

func newConfig() *config { return &config{registry: metrics.NewRegistry()} }

type Broker struct {
	id         int
	conf       *config
	registered []string
	own        metrics.Meter
}

func (b *Broker) Open(conf *config) {
	b.conf = conf
	b.own = b.meter("own")
}

func (b *Broker) meter(name string) metrics.Meter {
	own := brokerName(name, b)
	b.registered = append(b.registered, own)
	return metrics.GetOrRegisterMeter(own, b.conf.registry)
}

func brokerName(name string, broker *Broker) string {
	return fmt.Sprintf("%s-for-broker-%d", name, broker.id)
}

func (b *Broker) Close() {
	for _, name := range b.registered {
		b.conf.registry.Unregister(name)
	}
}
