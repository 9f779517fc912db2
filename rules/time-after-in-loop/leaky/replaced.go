package fixture

import "time"

// The timer is dropped in one clause and made anew in another: each burst leaves one behind.
func seal(in <-chan string, cut func(string) bool, write func()) {
	var timer <-chan time.Time
	for {
		select {
		case line, ok := <-in:
			if !ok {
				return
			}
			full := cut(line)
			switch {
			case timer != nil && full:
				timer = nil
			case timer == nil && !full:
				timer = time.After(time.Minute) // want "warning: each .case line, ok := <-in. at line 10 leaves timer \"timer\" from time.After pending for time.Minute"
			}
		case <-timer:
			timer = nil
			write()
		}
	}
}

func twoPeriods(ping, sweep func()) {
	for {
		select {
		case <-time.After(time.Second):
			ping()
		case <-time.After(time.Hour): // want "warning: each .case <-time.After\(time.Second\). at line 31 leaves the timer from time.After pending for time.Hour"
			sweep()
		}
	}
}
