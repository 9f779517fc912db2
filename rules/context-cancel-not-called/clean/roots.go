package jobs

import "context"

type task struct{ ctx context.Context }

// What derives from Background is kept by nobody.
func newTask() *task {
	ctx, cancel := context.WithCancel(context.Background())
	_ = cancel
	return &task{ctx: ctx}
}

func named() context.Context {
	root := context.TODO()
	ctx, _ := context.WithCancelCause(root)
	return ctx
}
