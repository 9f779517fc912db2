package queries

import "context"

type answer struct {
	index int
	err   error
}

func forEach(ctx context.Context, n int, f func(ctx context.Context, i int) error) error {
	for i := range n {
		if err := f(ctx, i); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// The last one is an offer, too.
func ask(ctx context.Context, n int, query func(int) error, add func(answer) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	answers := make(chan answer)
	go func() {
		defer close(answers)
		err := forEach(ctx, n, func(ctx context.Context, i int) error {
			err := query(i)
			select {
			case <-ctx.Done():
			case answers <- answer{index: i, err: err}:
			}
			return err
		})
		if err != nil {
			select {
			case <-ctx.Done():
			case answers <- answer{index: -1, err: err}:
			}
		}
	}()
	for each := range answers {
		if err := add(each); err != nil {
			return err
		}
	}
	return nil
}

// All that is sent is received.
func askAll(ctx context.Context, n int, query func(int) error, add func(answer) error) error {
	answers := make(chan answer)
	go func() {
		defer close(answers)
		err := forEach(ctx, n, func(ctx context.Context, i int) error {
			err := query(i)
			select {
			case <-ctx.Done():
			case answers <- answer{index: i, err: err}:
			}
			return err
		})
		if err != nil {
			answers <- answer{index: -1, err: err}
		}
	}()
	var failed error
	for each := range answers {
		if err := add(each); err != nil {
			failed = err
		}
	}
	return failed
}

// There is room for the last one.
func askWithRoom(ctx context.Context, n int, query func(int) error, add func(answer) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	answers := make(chan answer)
	last := make(chan error, 1)
	go func() {
		defer close(answers)
		last <- forEach(ctx, n, func(ctx context.Context, i int) error {
			err := query(i)
			select {
			case <-ctx.Done():
			case answers <- answer{index: i, err: err}:
			}
			return err
		})
	}()
	for each := range answers {
		if err := add(each); err != nil {
			return err
		}
	}
	return <-last
}
