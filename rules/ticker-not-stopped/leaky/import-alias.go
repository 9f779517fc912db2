// Package fixture: package time under another name.
package fixture

import (
	"context"
	stdtime "time"
)

func aliased(ctx context.Context, work func()) {
	t := stdtime.NewTicker(stdtime.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 16"
	for {
		select {
		case <-t.C:
			work()
		case <-ctx.Done():
			return
		}
	}
}
