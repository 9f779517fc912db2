// Package fixture: a channel of signals is not closed by the runtime.
package fixture

import (
	"os"
	"os/signal"
)

// Watcher reloads what it watches.
type Watcher struct{ reload func() }

// Listen leaves a goroutine behind for each Watcher.
func (w *Watcher) Listen(sigs ...os.Signal) func() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, sigs...)
	go func() {
		for range c { // want "warning: neither this package nor os/signal closes .c., so this loop never ends and the goroutine started at line 16 stays for ever"
			w.reload()
		}
	}()
	return func() { signal.Stop(c) }
}
