package names

import (
	"fmt"

	"github.com/rcrowley/go-metrics"
)

func topicName(name, topic string) string { return fmt.Sprintf("%s-for-topic-%s", name, topic) }

func peerName(peer string) string { return "peer-" + peer }

func sent(topic string, n int64) {
	metrics.GetOrRegisterMeter(topicName("sent", topic), nil).Mark(n) // want "^warning: the meter from metrics.GetOrRegisterMeter is registered under a name made of topic, and nothing in this package unregisters it: one stays for every topic ever seen$"
}

// Peers are unregistered; topics are not.
func gone(peer string) { metrics.Unregister(peerName(peer)) }

// It cannot be told whether this is a name as peerName makes them.
func received(peer string, n int64) { metrics.GetOrRegisterMeter("peer-"+peer, nil).Mark(n) }
