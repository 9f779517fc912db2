package fixture

import (
	"github.com/rcrowley/go-metrics"
)

type clientConfig struct{ registry metrics.Registry }

func newClientConfig() *clientConfig { return &clientConfig{registry: metrics.NewRegistry()} }

type client struct{ conf *clientConfig }

func (c *client) dial(addr string) {
	metrics.GetOrRegisterMeter("dials", c.conf.registry).Mark(1)
	metrics.GetOrRegisterMeter("dials-to-"+addr, c.conf.registry).Mark(1)
	metrics.NewRegisteredMeter("bytes-to-"+addr, c.conf.registry).Mark(1)
}

func (c *client) Close() { c.conf.registry.UnregisterAll() }
