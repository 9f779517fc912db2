// Command load checks a service over and over: go run ./load leaky, or fixed.
package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"

	"example.org/probe"
	fixed "example.org/response-body/fixed"
	leaky "example.org/response-body/leaky"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "all is well")
	}))
	defer server.Close()
	before := leaky.Checker{Client: server.Client()}
	after := fixed.Checker{Client: server.Client()}
	probe.Run(probe.Load{
		About: "files",
		Calls: 5,
		Leaky: func() { _ = before.Check(server.URL) },
		Fixed: func() { _ = after.Check(server.URL) },
	})
}
