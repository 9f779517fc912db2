// Package fixture: what initialisers call at once, or once later, lives as long as the process.
package fixture

import (
	"sync"
	"time"
)

type sampler struct{ seen []int }

func newSampler(every time.Duration) *sampler {
	s := &sampler{}
	go func() {
		for {
			time.Sleep(every)
			s.seen = s.seen[:0]
		}
	}()
	return s
}

var (
	fast = newSampler(time.Second)
	slow = func() *sampler { return newSampler(time.Minute) }()
	late = sync.OnceValue(func() *sampler { return newSampler(time.Hour) })
	all  = []*sampler{newSampler(time.Second), newSampler(time.Minute)}
)

type command struct {
	Use  string
	RunE func(args []string) error
}

var serve = &command{
	Use: "serve",
	RunE: func([]string) error {
		all = append(all, newSampler(time.Second))
		return nil
	},
}
