package guard

import "time"

// Whether the timer was stopped does not matter to the send.
func dialed(limit time.Duration, dial func() error, giveUp error) error {
	alarm := time.NewTimer(limit)
	answer := make(chan error)
	go func() {
		err := dial()
		if alarm.Stop() {
			println("in time")
		}
		answer <- err // want "warning: nobody receives from \"answer\" once \"case <-alarm.C\" at line 19 leaves"
	}()
	select {
	case err := <-answer:
		return err
	case <-alarm.C:
		return giveUp
	}
}

// The timer that was stopped is not the one that leaves.
func asked(limit time.Duration, ask func() error, giveUp error) error {
	alarm, pause := time.NewTimer(limit), time.NewTimer(limit)
	answer := make(chan error)
	go func() {
		err := ask()
		if pause.Stop() {
			answer <- err // want "warning: nobody receives from \"answer\" once \"case <-alarm.C\" at line 37 leaves"
		}
	}()
	select {
	case err := <-answer:
		return err
	case <-alarm.C:
		return giveUp
	}
}
