package fixture

import "context"

type worker struct {
	ctx  context.Context
	done context.CancelFunc
}

func newWorker(ctx context.Context) *worker {
	w := &worker{}
	w.ctx, w.done = context.WithCancel(ctx) // want "warning: no method of this package calls field \"done\" of worker, which holds the cancel function from context.WithCancel"
	return w
}

type server struct {
	abort context.CancelFunc
}

func newServer(ctx context.Context, check func() error) (*server, error) {
	s := &server{}
	_, s.abort = context.WithCancel(ctx) // want "the cancel function from context.WithCancel in field \"abort\" of \"s\" is not called when the function drops \"s\" and returns at line 24"
	if err := check(); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *server) close() { s.abort() }

func withAbort(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(ctx)
}

func caller(ctx context.Context, get func(context.Context) error) error {
	ctx, cancel := withAbort(ctx) // want "cancel function \"cancel\" from withAbort is not called when the function returns at line 38"
	if err := get(ctx); err != nil {
		return err
	}
	cancel()
	return nil
}

func startJob(ctx context.Context, j *job) {
	go func() {
		ctx, cancel := context.WithCancel(ctx) // want "cancel function \"cancel\" from context.WithCancel is not called when the function ends at line 49"
		j.kill = cancel
		j.work(ctx)
	}()
}

type job struct{ kill context.CancelFunc }

func (j *job) work(ctx context.Context) { <-ctx.Done() }

func (j *job) Kill() { j.kill() }
