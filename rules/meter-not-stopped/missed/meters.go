package fixture

import (
	"fmt"

	"github.com/rcrowley/go-metrics"
)

// The word before "name" is not looked at: most names of things are configuration.
func queued(queueName string) { metrics.GetOrRegisterMeter("queue-"+queueName, nil).Mark(1) }

// A method on the result of the call: nobody holds the meter, and that is not followed.
func lost() { metrics.NewMeter().Mark(1) }

type link struct {
	peer       string
	registered []string
	failed     bool
}

// The list is emptied on one of two ways only; that something is taken out somewhere is taken for enough.
func (l *link) open() {
	name := fmt.Sprintf("link-%s", l.peer)
	l.registered = append(l.registered, name)
	metrics.GetOrRegisterMeter(name, nil)
}

func (l *link) Close() {
	if l.failed {
		return
	}
	for _, name := range l.registered {
		metrics.Unregister(name)
	}
}
