// Package expirable has the signatures that the fixtures use, and no behaviour.
package expirable

import "time"

type LRU[K comparable, V any] struct{}

func NewLRU[K comparable, V any](size int, onEvict func(key K, value V), ttl time.Duration) *LRU[K, V] {
	return nil
}

func (*LRU[K, V]) Add(key K, value V) (evicted bool) { return false }
func (*LRU[K, V]) Get(key K) (value V, ok bool)      { return }
func (*LRU[K, V]) Remove(key K) bool                 { return false }
