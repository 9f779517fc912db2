// Package fixture: the words without the call.
//
//	t := time.NewTicker(time.Second)
package fixture

import "time"

// Advice quotes code in a string.
const Advice = `t := time.NewTicker(time.Second)
for range t.C { return }`

// Create is a value of the same type as the function.
type Create func(d time.Duration) *time.Ticker

var creators = map[string]Create{"standard": time.NewTicker}

// Lookup gives a creator, not a ticker.
func Lookup(name string) Create {
	if create, ok := creators[name]; ok {
		return create
	}
	return time.NewTicker
}

func reads(t *time.Ticker, n int) {
	// time.NewTicker(time.Second) would be too slow here.
	for i := 0; i < n; i++ {
		<-t.C
	}
}
