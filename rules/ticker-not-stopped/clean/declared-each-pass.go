// Package fixture: each pass declares a variable of its own, and the deferred closure of each pass stops what its
// variable holds in the end.
package fixture

import "time"

func perServer(servers []string, watch bool, ping func(string, <-chan time.Time)) {
	for _, server := range servers {
		var t *time.Ticker
		if watch {
			t = time.NewTicker(time.Second)
		}
		defer func() {
			if t != nil {
				t.Stop()
			}
		}()
		ping(server, nil)
	}
}
