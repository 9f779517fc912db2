package singleton

import (
	"reflect"
	"time"
)

var instances = map[string]any{}

// instance gives the one value of a type.
func instance[T any](make func() T) T {
	name := reflect.TypeFor[T]().String()
	if made, ok := instances[name]; ok {
		return made.(T)
	}
	made := make()
	instances[name] = made
	return made
}

type broker struct{ topics []string }

// Broker may be asked for again and again.
func Broker() *broker {
	return instance(func() *broker {
		b := &broker{}
		go b.sweep()
		return b
	})
}

func (b *broker) sweep() {
	for {
		time.Sleep(time.Minute)
		b.topics = b.topics[:0]
	}
}
