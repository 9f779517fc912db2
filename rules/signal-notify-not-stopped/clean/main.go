package main

import (
	"context"
	"os"
	"os/signal"
)

func wait(ctx context.Context) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	select {
	case <-signals:
	case <-ctx.Done():
	}
}

func main() {
	wait(context.Background())
}
