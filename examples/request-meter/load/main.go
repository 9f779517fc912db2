// Command load proxies one request after another: go run ./load leaky, or fixed.
package main

import (
	"io"
	"strings"

	"example.org/probe"
	fixed "example.org/request-meter/fixed"
	leaky "example.org/request-meter/leaky"
)

func main() {
	body := strings.Repeat("x", 10_000)
	probe.Run(probe.Load{
		About: "heap",
		Calls: 100,
		Leaky: func() { _, _, _ = leaky.Copy(io.Discard, strings.NewReader(body)) },
		Fixed: func() { _, _, _ = fixed.Copy(io.Discard, strings.NewReader(body)) },
	})
}
