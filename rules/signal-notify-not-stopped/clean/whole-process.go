package setup

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

var once sync.Once

// Waits for the signal and for nothing else.
func waitForInterrupt() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	<-signals
}

func cancelOnInterrupt(parent context.Context) context.Context {
	ctx, cancel := context.WithCancel(parent)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt)
	go func() {
		<-signals
		cancel()
		<-signals
		os.Exit(1)
	}()
	return ctx
}

func exitOnInterrupt(ctx context.Context, cleanUp func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	select {
	case <-signals:
		cleanUp()
		os.Exit(130)
	case <-ctx.Done():
	}
}

func onlyOnce(ctx context.Context, reload func()) {
	once.Do(func() {
		signals := make(chan os.Signal, 1)
		signal.Notify(signals, syscall.SIGHUP)
		select {
		case <-signals:
			reload()
		case <-ctx.Done():
		}
	})
}

type register struct{}

func (register) Notify(chan<- os.Signal, ...os.Signal) {}

// Not the package of that name.
func ofItsOwn(ctx context.Context, signal register) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	select {
	case <-signals:
	case <-ctx.Done():
	}
}
