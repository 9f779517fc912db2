// Command load ships the log of one request after another: go run ./load leaky, or fixed.
package main

import (
	fixed "example.org/log-shipper/fixed"
	leaky "example.org/log-shipper/leaky"
	"example.org/probe"
)

func main() {
	lines := make([]string, 250)
	send := func([]string) error { return nil }
	probe.Run(probe.Load{
		About: "goroutines",
		Calls: 20,
		Leaky: func() { leaky.Ship(lines, 2, send) },
		Fixed: func() { fixed.Ship(lines, 2, send) },
	})
}
