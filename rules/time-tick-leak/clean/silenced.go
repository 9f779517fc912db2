package fixture

import "time"

// What silences the linter that finds the same silences us.
func silenced(poll func() bool) {
	for range time.Tick(time.Second) { //nolint:staticcheck // SA1015: few of these run
		if poll() {
			return
		}
	}
}

func ignored(poll func() bool) {
	//lint:ignore SA1015 few of these run
	for range time.Tick(time.Second) {
		if poll() {
			return
		}
	}
}
