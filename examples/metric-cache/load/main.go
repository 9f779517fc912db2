// Command load lets containers come and go, one each second: go run ./load leaky, or fixed.
package main

import (
	"fmt"
	"time"

	fixed "example.org/metric-cache/fixed"
	leaky "example.org/metric-cache/leaky"
	"example.org/probe"
)

func main() {
	now := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	container := 0
	next := func() string {
		container++
		now = now.Add(time.Second)
		return fmt.Sprintf("%064x", container)
	}
	probe.Run(probe.Load{
		About: "heap",
		Calls: 600,
		Leaky: func() { leaky.Usage(next(), 1, now) },
		Fixed: func() { fixed.Usage(next(), 1, now) },
	})
}
