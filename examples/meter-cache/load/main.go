// Command load lets a client come back before the sweep, again and again: go run ./load leaky, or fixed.
package main

import (
	"time"

	fixed "example.org/meter-cache/fixed"
	leaky "example.org/meter-cache/leaky"
	"example.org/probe"
)

func main() {
	const silence = time.Millisecond
	leakyClients, fixedClients := leaky.New(silence, time.Hour), fixed.New(silence, time.Hour)
	probe.Run(probe.Load{
		About: "heap",
		Calls: 50,
		Leaky: func() {
			leakyClients.Mark("198.51.100.7", 1500)
			time.Sleep(2 * silence)
		},
		Fixed: func() {
			fixedClients.Mark("198.51.100.7", 1500)
			time.Sleep(2 * silence)
		},
	})
}
