package reload

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func init() {
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(time.Hour, cancel)
	go reloadOnSignal(ctx, func() {})
}

// Once in a process, there is one channel.
func reloadOnSignal(ctx context.Context, load func()) {
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP) // want "note: \"hangup\" is still registered with signal.Notify when the function returns"
	for {
		select {
		case <-hangup:
			load()
		case <-ctx.Done():
			return
		}
	}
}
