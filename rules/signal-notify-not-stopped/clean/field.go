package reloader

import (
	"os"
	"os/signal"
	"syscall"
)

type reloader struct {
	signals chan os.Signal
	quit    chan struct{}
}

func start(reload func()) *reloader {
	r := &reloader{signals: make(chan os.Signal, 1), quit: make(chan struct{})}
	signal.Notify(r.signals, syscall.SIGHUP)
	go r.follow(reload)
	return r
}

func (r *reloader) follow(reload func()) {
	for {
		select {
		case <-r.signals:
			reload()
		case <-r.quit:
			return
		}
	}
}

func (r *reloader) Close() {
	signal.Stop(r.signals)
	close(r.quit)
}
