package queries

import "context"

type answer struct {
	index int
	err   error
}

// forEach calls f for each number below n, until one call fails.
func forEach(ctx context.Context, n int, f func(ctx context.Context, i int) error) error {
	for i := range n {
		if err := f(ctx, i); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// Whoever adds may fail: each offer of the callback then ends with ctx, and what comes behind them waits for ever.
func ask(ctx context.Context, n int, query func(int) error, add func(answer) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	answers := make(chan answer)
	go func() {
		err := forEach(ctx, n, func(ctx context.Context, i int) error {
			err := query(i)
			select {
			case <-ctx.Done():
			case answers <- answer{index: i, err: err}:
			}
			return err
		})
		if err != nil {
			answers <- answer{index: -1, err: err} // want "warning: nobody receives from \"answers\" any more once the function returns"
		}
		close(answers)
	}()
	for each := range answers {
		if each.err != nil {
			return each.err
		}
		if err := add(each); err != nil {
			return err
		}
	}
	return nil
}
