// Package context declares what fixtures use of golang.org/x/net/context, where godep copied it to.
package context

import "time"

type Context interface {
	Done() <-chan struct{}
	Err() error
}

type CancelFunc func()

func WithCancel(parent Context) (Context, CancelFunc) { return parent, func() {} }
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return parent, func() {}
}
func WithDeadline(parent Context, deadline time.Time) (Context, CancelFunc) { return parent, func() {} }
