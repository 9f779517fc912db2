// Package fixture: missed, because a deferred closure that stops the ticker counts, whatever it asks first. This one
// asks for an error, and the other way out is the usual one.
package fixture

import "time"

func stopsOnErrorOnly(work func() (done bool, err error)) (err error) {
	t := time.NewTicker(time.Second)
	defer func() {
		if err != nil {
			t.Stop()
		}
	}()
	for {
		<-t.C
		done, err := work()
		if done || err != nil {
			return err
		}
	}
}
