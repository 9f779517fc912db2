package reloader

import (
	"os"
	"os/signal"
	"syscall"
)

// Each reloader leaves its channel registered when it is closed.
type reloader struct {
	signals chan os.Signal
	quit    chan struct{}
}

func start(reload func()) *reloader {
	r := &reloader{signals: make(chan os.Signal, 1), quit: make(chan struct{})}
	signal.Notify(r.signals, syscall.SIGHUP) // want "warning: \"signals\" is still registered with signal.Notify when the function returns at line 24"
	go func() {
		for {
			select {
			case <-r.signals:
				reload()
			case <-r.quit:
				return
			}
		}
	}()
	return r
}

func (r *reloader) Close() { close(r.quit) }
