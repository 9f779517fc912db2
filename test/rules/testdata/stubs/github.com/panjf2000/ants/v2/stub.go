// Package ants is github.com/panjf2000/ants/v2 as far as fixtures use it.
package ants

type Pool struct{}

func NewPool(size int) (*Pool, error) { return nil, nil }

func (p *Pool) Release() {}

func (p *Pool) Submit(task func()) error { return nil }
