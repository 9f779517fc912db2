package fixture

import "context"

var base, stop = context.WithCancel(context.Background())

func stopAll() { stop() }

type maker struct{}

func (maker) WithCancel(ctx context.Context) (context.Context, func()) { return ctx, func() {} }

func other(m maker, ctx context.Context) context.Context {
	ctx, _ = m.WithCancel(ctx)
	return ctx
}

func value(ctx context.Context) context.Context {
	return context.WithValue(ctx, maker{}, 1)
}

func outer(ctx context.Context, each func(func())) {
	var cancel context.CancelFunc
	each(func() {
		_, cancel = context.WithCancel(ctx)
	})
	if cancel != nil {
		cancel()
	}
}

func forEver(ctx context.Context, step func(context.Context)) {
	ctx, _ = context.WithCancel(ctx)
	for {
		step(ctx)
	}
}
