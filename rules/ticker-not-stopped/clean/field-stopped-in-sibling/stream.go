// Package stream: made here, stopped in the other file.
package stream

import (
	"context"
	"time"
)

type stream struct {
	keepAlive *time.Ticker
	write     func(string) error
}

// Open starts an event stream for one request.
func Open(ctx context.Context, write func(string) error) {
	s := &stream{keepAlive: time.NewTicker(15 * time.Second), write: write}
	go s.loop(ctx)
}
