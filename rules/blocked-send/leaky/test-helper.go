package harness

import (
	"testing"
	"time"
)

func stop(t *testing.T, shutdown func() error) {
	stopped := make(chan error)
	go func() {
		defer close(stopped)
		if err := shutdown(); err != nil {
			stopped <- err // want "once \"case <-time.After\(time.Minute\)\" at line 21 leaves"
		}
	}()
	select {
	case err := <-stopped:
		if err != nil {
			t.Fatal(err)
		}
	case <-time.After(time.Minute):
		t.Fatal("not stopped in time")
	}
}
