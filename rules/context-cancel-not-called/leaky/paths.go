package fixture

import (
	"context"
	"time"
)

func errorReturn(ctx context.Context, get func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute) // want "warning: cancel function \"cancel\" from context.WithTimeout is not called when the function returns at line 11: the context stays until its deadline"
	if err := get(ctx); err != nil {
		return err
	}
	cancel()
	return nil
}

func oneBranch(ctx context.Context, quick bool) {
	_, cancel := context.WithCancel(ctx) // want "is not called when the function ends at line 22"
	if quick {
		cancel()
	}
}

func deadline(ctx context.Context, t time.Time, quick bool) {
	var cancel func()
	_, cancel = context.WithDeadline(ctx, t) // want "cancel function \"cancel\" from context.WithDeadline is not called"
	if !quick {
		return
	}
	cancel()
}

func cause(ctx context.Context, err error) {
	_, cancel := context.WithCancelCause(ctx) // want "from context.WithCancelCause is not called"
	if err != nil {
		cancel(err)
	}
}

func timeoutCause(ctx context.Context, err error, quick bool) {
	_, cancel := context.WithTimeoutCause(ctx, time.Second, err) // want "from context.WithTimeoutCause is not called"
	if quick {
		return
	}
	defer cancel()
}

func inGoroutine(ctx context.Context, work func(context.Context) bool) {
	go func() {
		ctx, stop := context.WithCancel(ctx) // want "cancel function \"stop\" from context.WithCancel is not called when the function ends at line 54"
		if work(ctx) {
			stop()
		}
	}()
}

type session struct{ cancel context.CancelFunc }

func open(ctx context.Context, dial func(context.Context) error) (*session, error) {
	ctx, cancel := context.WithCancel(ctx) // want "is not called when the function returns at line 62"
	if err := dial(ctx); err != nil {
		return nil, err
	}
	return &session{cancel: cancel}, nil
}

func (s *session) close() { s.cancel() }
