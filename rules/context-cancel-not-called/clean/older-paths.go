package fixture

import (
	"time"

	"github.com/acme/mill/Godeps/_workspace/src/golang.org/x/net/context"
)

func bounded(ctx context.Context, dial func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	return dial(ctx)
}
