// Package lru has the signatures that the fixtures use, and no behaviour.
package lru

type Cache[K comparable, V any] struct{}

func New[K comparable, V any](size int) (*Cache[K, V], error) { return nil, nil }

func NewWithEvict[K comparable, V any](size int, onEvicted func(key K, value V)) (*Cache[K, V], error) {
	return nil, nil
}

func (*Cache[K, V]) Add(key K, value V) (evicted bool) { return false }
func (*Cache[K, V]) Contains(key K) bool               { return false }
func (*Cache[K, V]) Get(key K) (value V, ok bool)      { return }
func (*Cache[K, V]) Peek(key K) (value V, ok bool)     { return }
func (*Cache[K, V]) Remove(key K) (present bool)       { return false }
