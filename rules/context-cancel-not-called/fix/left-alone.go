// Package fixture: these leak, but a deferred call would perhaps come too early.
package fixture

import (
	"context"
	"time"
)

// What has the context may go on with it: the author decides when that is over.
func handOn(parent context.Context, work func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(parent, time.Minute)
	if err := work(ctx); err != nil {
		return err
	}
	cancel()
	return nil
}
