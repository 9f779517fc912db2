package fixture

import (
	"testing"
	"time"
)

// WaitFor gives up with the test.
func WaitFor(t *testing.T, events <-chan string, want string) {
	for {
		select {
		case e := <-events:
			if e == want {
				return
			}
		case <-time.After(10 * time.Second):
			t.Fatal("no event")
		}
	}
}
