// Command load runs jobs that fail: go run ./load leaky, or fixed.
package main

import (
	"context"
	"errors"

	fixed "example.org/lost-cancel/fixed"
	leaky "example.org/lost-cancel/leaky"
	"example.org/probe"
)

func main() {
	service, stop := context.WithCancel(context.Background())
	defer stop()
	handlers := map[string]func(context.Context, []byte) error{
		"mail": func(context.Context, []byte) error { return errors.New("mailbox full") },
	}
	before := leaky.Runner{Service: service, Handlers: handlers}
	after := fixed.Runner{Service: service, Handlers: handlers}
	probe.Run(probe.Load{
		About: "timers",
		Calls: 50,
		Leaky: func() { _ = before.Run(leaky.Job{Kind: "mail"}) },
		Fixed: func() { _ = after.Run(fixed.Job{Kind: "mail"}) },
	})
}
