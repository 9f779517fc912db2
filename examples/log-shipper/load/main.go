// Command load sends one request after another: go run ./load leaky, or fixed.
package main

import (
	"net/http"
	"net/http/httptest"
	"strings"

	fixed "example.org/log-shipper/fixed"
	leaky "example.org/log-shipper/leaky"
	"example.org/probe"
)

func main() {
	lines := strings.Repeat("all is well\n", 250)
	ship := func([]string) error { return nil }
	before, after := leaky.Shipper{Workers: 2, Ship: ship}, fixed.Shipper{Workers: 2, Ship: ship}
	request := func(handler http.Handler) {
		handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodPost, "/logs", strings.NewReader(lines)))
	}
	probe.Run(probe.Load{
		About: "goroutines",
		Calls: 20,
		Leaky: func() { request(&before) },
		Fixed: func() { request(&after) },
	})
}
