// Command load asks the exporter for one target after another: go run ./load leaky, or fixed.
package main

import (
	"context"
	"io"
	"log/slog"
	"time"

	fixed "example.org/cluster-info/fixed"
	leaky "example.org/cluster-info/leaky"
	"example.org/probe"
)

func main() {
	fetch := func(context.Context) (string, error) { return "production", nil }
	logger := slog.New(slog.NewTextHandler(io.Discard, nil))
	probe.Run(probe.Load{
		About: "timers",
		Calls: 50,
		Leaky: func() {
			ctx, cancel := context.WithCancel(context.Background())
			leaky.New(fetch, time.Minute, logger).Run(ctx)
			cancel()
		},
		Fixed: func() {
			ctx, cancel := context.WithCancel(context.Background())
			fixed.New(fetch, time.Minute, logger).Run(ctx)
			cancel()
		},
	})
}
