// Package fixture: in a module with an old go line the runtime keeps every ticker that is not stopped.
package fixture

import (
	"context"
	"time"
)

func oldModule(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 16"
	for {
		select {
		case <-t.C:
			work()
		case <-ctx.Done():
			return
		}
	}
}
