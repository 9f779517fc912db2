// Package cache has the signatures that the fixtures use, and no behaviour.
package cache

import "time"

const (
	NoExpiration      time.Duration = -1
	DefaultExpiration time.Duration = 0
)

type Item struct{ Object interface{} }

type Cache struct{}

func New(defaultExpiration, cleanupInterval time.Duration) *Cache { return nil }

func (*Cache) Add(k string, x interface{}, d time.Duration) error     { return nil }
func (*Cache) Delete(k string)                                        {}
func (*Cache) DeleteExpired()                                         {}
func (*Cache) Flush()                                                 {}
func (*Cache) Get(k string) (interface{}, bool)                       { return nil, false }
func (*Cache) Items() map[string]Item                                 { return nil }
func (*Cache) OnEvicted(f func(string, interface{}))                  {}
func (*Cache) Replace(k string, x interface{}, d time.Duration) error { return nil }
func (*Cache) Set(k string, x interface{}, d time.Duration)           {}
func (*Cache) SetDefault(k string, x interface{})                     {}
