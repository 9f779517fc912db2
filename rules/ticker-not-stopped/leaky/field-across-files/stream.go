// Package stream: the ticker is made in this file, read in the other, and stopped in neither.
package stream

import "time"

type stream struct {
	keepAlive *time.Ticker
	write     func(string) error
	closed    chan struct{}
}

// Open starts an event stream for one request.
func Open(write func(string) error) (close func()) {
	s := &stream{
		keepAlive: time.NewTicker(15 * time.Second), // want "warning: .*field .keepAlive."
		write:     write,
		closed:    make(chan struct{}),
	}
	go s.loop()
	return s.close
}
