// Package gcache has the signatures that the fixtures use, and no behaviour.
package gcache

type Cache interface {
	Get(key interface{}) (interface{}, error)
	Remove(key interface{}) bool
	Set(key, value interface{}) error
}

type CacheBuilder struct{}

func New(size int) *CacheBuilder { return nil }

func (*CacheBuilder) Build() Cache                                             { return nil }
func (*CacheBuilder) EvictedFunc(f func(key, value interface{})) *CacheBuilder { return nil }
func (*CacheBuilder) LRU() *CacheBuilder                                       { return nil }
