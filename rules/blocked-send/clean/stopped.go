package guard

import (
	"context"
	"time"
)

// A timer that was stopped in time never fires: nobody comes to the send.
func stopped(work func() error, late func() error, limit time.Duration) error {
	undone := make(chan error)
	done := make(chan struct{})
	alarm := time.NewTimer(limit)
	go func() {
		select {
		case <-alarm.C:
			undone <- late()
		case <-done:
		}
	}()
	err := work()
	inTime := alarm.Stop()
	if inTime {
		close(done)
		return err
	}
	return <-undone
}

// The clause that starts a question disarms itself until it is answered: there is room for the one answer.
func asking(ctx context.Context, pause time.Duration, ask func() bool) bool {
	said := make(chan bool, 1)
	tick := time.NewTicker(pause)
	defer tick.Stop()
	var again <-chan time.Time
	go func() { said <- ask() }()
	for {
		select {
		case yes := <-said:
			if yes {
				return true
			}
			again = tick.C
		case <-again:
			again = nil
			go func() { said <- ask() }()
		case <-ctx.Done():
			return false
		}
	}
}

// It answers only where it has stopped the timer, and then the clause of the timer is never taken.
func dialed(limit time.Duration, dial func() error, giveUp error) error {
	alarm := time.NewTimer(limit)
	answer := make(chan error)
	go func() {
		err := dial()
		if alarm.Stop() {
			answer <- err
		}
	}()
	select {
	case err := <-answer:
		return err
	case <-alarm.C:
		return giveUp
	}
}
