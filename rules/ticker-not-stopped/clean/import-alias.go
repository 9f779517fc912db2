// Package fixture: package time under another name, and another thing under its name.
package fixture

import (
	"context"
	t "time"
)

type schedule struct{ steps []int }

func (s schedule) NewTicker(n int) int { return s.steps[n] }

func aliased(ctx context.Context, work func()) {
	ticker := t.NewTicker(t.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			work()
		case <-ctx.Done():
			return
		}
	}
}

func notThePackage(time schedule) int {
	step := time.NewTicker(1)
	return step + 1
}

func aliasShadowed(t schedule) int {
	step := t.NewTicker(1)
	return step + 1
}
