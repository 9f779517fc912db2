// Package metrics has the signatures that the fixtures use, and no behaviour.
package metrics

import "time"

type Meter interface {
	Count() int64
	Mark(int64)
	Rate1() float64
	RateMean() float64
	Stop()
}

type Timer interface {
	Stop()
	Time(func())
	Update(time.Duration)
	UpdateSince(time.Time)
}

type Counter interface{ Inc(int64) }

type Registry interface {
	Get(string) interface{}
	GetOrRegister(string, interface{}) interface{}
	Register(string, interface{}) error
	Unregister(string)
	UnregisterAll()
}

var DefaultRegistry Registry

func NewMeter() Meter                                      { return nil }
func NewTimer() Timer                                      { return nil }
func NewRegistry() Registry                                { return nil }
func NewRegisteredMeter(name string, r Registry) Meter     { return nil }
func NewRegisteredTimer(name string, r Registry) Timer     { return nil }
func GetOrRegister(name string, i interface{}) interface{} { return nil }
func GetOrRegisterMeter(name string, r Registry) Meter     { return nil }
func GetOrRegisterTimer(name string, r Registry) Timer     { return nil }
func GetOrRegisterCounter(name string, r Registry) Counter { return nil }
func Unregister(name string)                               {}
