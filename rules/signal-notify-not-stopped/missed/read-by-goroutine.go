package stream

import (
	"io"
	"os"
	"os/signal"
)

// Registered once for each stream. The goroutine ends with the signal only, which often means the end of the process.
func closeOnInterrupt(r io.Closer) io.Closer {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	go func() {
		<-signals
		r.Close()
	}()
	return r
}
