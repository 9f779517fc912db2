// Package fixture: missed, because the method value t.Stop is handed on, which counts as the promise to call it. On
// the error return nobody runs the list.
package fixture

import "time"

func cleanupNeverRun(connect func() error, work func()) error {
	var cleanups []func()
	t := time.NewTicker(time.Second)
	cleanups = append(cleanups, t.Stop)
	if err := connect(); err != nil {
		return err
	}
	<-t.C
	work()
	for _, cleanup := range cleanups {
		cleanup()
	}
	return nil
}
