package fixture

import (
	"context"
	"os"
	"time"
)

// The timer fires once, however often the loop comes round.
func race(ctx context.Context, results <-chan error, start func(context.Context)) error {
	fallback := time.NewTimer(300 * time.Millisecond)
	defer fallback.Stop()
	for {
		select {
		case <-fallback.C:
			ctx, cancel := context.WithCancel(ctx)
			defer cancel()
			go start(ctx)
		case err := <-results:
			if err == nil {
				return nil
			}
			if fallback.Stop() {
				fallback.Reset(0)
			}
		}
	}
}

// Two folders at most.
func firstOf(home, root string) *os.File {
	var dirs []string
	if home != "" {
		dirs = append(dirs, home)
	}
	if root != "" {
		dirs = append(dirs, root)
	}
	for _, dir := range dirs {
		f, err := os.Open(dir)
		if err != nil {
			continue
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return f
		}
	}
	return nil
}
