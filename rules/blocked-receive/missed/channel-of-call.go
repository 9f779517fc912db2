package runner

import "context"

type handle interface {
	WaitCh(ctx context.Context) (<-chan int, error)
}

// Whether the channel is fed when the context ends is the contract of somebody else.
func restart(ctx context.Context, h handle) (int, error) {
	exited, err := h.WaitCh(ctx)
	if err != nil {
		return 0, err
	}
	return <-exited, nil
}
