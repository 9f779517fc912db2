package fixture

import (
	"math"
	"time"
)

func hours(done <-chan struct{}) bool {
	t := time.NewTimer(24 * time.Hour) // want "warning: timer \"t\" from time.NewTimer is not stopped when the function returns at line 14"
	select {
	case <-t.C:
		return true
	case <-done:
		return false
	}
}

func forEver(done <-chan struct{}) {
	t := time.NewTimer(math.MaxInt64) // want "is not stopped when the function ends at line 24"
	select {
	case <-t.C:
	case <-done:
	}
}
