// Package lru has the signatures that the fixtures use, and no behaviour.
package lru

type Key interface{}

type Cache struct {
	MaxEntries int
	OnEvicted  func(key Key, value interface{})
}

func New(maxEntries int) *Cache { return nil }

func (*Cache) Add(key Key, value interface{})           {}
func (*Cache) Get(key Key) (value interface{}, ok bool) { return nil, false }
func (*Cache) Remove(key Key)                           {}
