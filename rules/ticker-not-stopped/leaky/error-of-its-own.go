// Package fixture: two conditions read alike, and each is about an error of its own.
package fixture

import "time"

func retried(connect, reset func() error, work func()) {
	if err := connect(); err != nil {
		if err := reset(); err == nil {
			t := time.NewTicker(time.Second) // want "warning: ticker \"t\" from time.NewTicker is not stopped when the function ends at line 14"
			<-t.C
			work()
		}
	}
}

func stoppedForAnotherError(connect, reset func() error, work func()) {
	if err := connect(); err != nil {
		t := time.NewTicker(time.Second) // want "warning: ticker \"t\" from time.NewTicker is not stopped when the function returns at line 24"
		<-t.C
		if err := reset(); err != nil {
			t.Stop()
			return
		}
		return
	}
	work()
}
