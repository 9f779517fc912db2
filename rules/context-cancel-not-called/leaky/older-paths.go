package fixture

import (
	"time"

	older "code.google.com/p/go.net/context"
	context "github.com/acme/mill/Godeps/_workspace/src/golang.org/x/net/context"
)

func dialPeer(ctx context.Context, dial func(context.Context) error) error {
	bounded, _ := context.WithTimeout(ctx, time.Minute) // want "warning: the cancel function from context.WithTimeout is discarded, so nobody can call it when the function returns at line 12"
	return dial(bounded)
}

func watch(ctx older.Context, next func(older.Context) error) error {
	own, cancel := older.WithCancel(ctx) // want "cancel function \"cancel\" from older.WithCancel is not called when the function returns at line 18"
	if err := next(own); err != nil {
		return err
	}
	cancel()
	return nil
}
