// Package fixture: a package variable, filled in one function and stopped in another.
package fixture

import "time"

var reporter *time.Ticker

// Start begins the reports.
func Start(d time.Duration) {
	reporter = time.NewTicker(d)
}

// Stop ends them.
func Stop() {
	if reporter != nil {
		reporter.Stop()
	}
}

var pollers = map[string]*time.Ticker{}

// Watch begins to poll for the fixed name.
func Watch(d time.Duration) {
	pollers["watch"] = time.NewTicker(d)
}

// Unwatch ends it.
func Unwatch() {
	if t, ok := pollers["watch"]; ok {
		t.Stop()
		delete(pollers, "watch")
	}
}
