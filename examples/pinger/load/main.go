// Command load runs rounds of pings: go run ./load leaky, or fixed.
package main

import (
	"time"

	fixed "example.org/pinger/fixed"
	leaky "example.org/pinger/leaky"
	"example.org/probe"
)

func main() {
	send := func() error { return nil }
	done := make(chan struct{})
	close(done)
	probe.Run(probe.Load{
		About: "timers",
		Calls: 50,
		Leaky: func() {
			p := leaky.Pinger{Count: 1, Interval: time.Second, Timeout: time.Minute, Send: send, Done: done}
			_ = p.Run()
		},
		Fixed: func() {
			p := fixed.Pinger{Count: 1, Interval: time.Second, Timeout: time.Minute, Send: send, Done: done}
			_ = p.Run()
		},
	})
}
