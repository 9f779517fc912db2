// Package poll asks again and again.
package poll

import "time"

// Watch goes on until the program ends; main alone calls it.
func Watch(ask func()) {
	go func() {
		for range time.Tick(time.Minute) {
			ask()
		}
	}()
}
