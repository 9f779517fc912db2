// Package rate is golang.org/x/time/rate as far as fixtures use it.
package rate

type Limit float64

type Limiter struct{}

func NewLimiter(r Limit, b int) *Limiter { return nil }

func (lim *Limiter) Allow() bool { return false }
