// Command load asks a directory that is too slow: go run ./load leaky, or fixed.
package main

import (
	"context"
	"time"

	fixed "example.org/late-result/fixed"
	leaky "example.org/late-result/leaky"
	"example.org/probe"
)

// patience is how long a caller waits.
const patience = time.Millisecond

// slow answers after the callers have left.
type slow struct{}

func (slow) Find(string) (string, error) {
	time.Sleep(3 * patience)
	return "198.51.100.7:443", nil
}

func main() {
	probe.Run(probe.Load{
		About: "goroutines",
		Calls: 20,
		Leaky: func() {
			ctx, cancel := context.WithTimeout(context.Background(), patience)
			defer cancel()
			_, _ = leaky.Address(ctx, slow{}, "billing")
		},
		Fixed: func() {
			ctx, cancel := context.WithTimeout(context.Background(), patience)
			defer cancel()
			_, _ = fixed.Address(ctx, slow{}, "billing")
		},
	})
}
