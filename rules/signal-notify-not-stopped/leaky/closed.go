package agent

import (
	"os"
	"os/signal"
	"syscall"
)

type logFile struct {
	hangup chan os.Signal
}

func open(reopen func()) *logFile {
	f := &logFile{}
	f.hangup = make(chan os.Signal, 1)
	signal.Notify(f.hangup, syscall.SIGHUP)
	go func() {
		for range f.hangup {
			reopen()
		}
	}()
	return f
}

func (f *logFile) Close() {
	close(f.hangup) // want "warning: \"hangup\" is closed while signal.Notify at line 16 still sends to it: the next signal panics"
}

func wait(stop func()) {
	signals := make(chan os.Signal, 1)
	defer close(signals) // want "warning: \"signals\" is closed while signal.Notify at line 32 still sends to it: the next signal panics"
	signal.Notify(signals, os.Interrupt)
	<-signals
	stop()
}

// Deferred calls run in reverse order.
func wrongOrder(stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	defer signal.Stop(signals)
	defer close(signals) // want "warning: \"signals\" is closed while signal.Notify at line 40 still sends to it, signal.Stop comes later: the next signal panics"
	<-signals
	stop()
}
