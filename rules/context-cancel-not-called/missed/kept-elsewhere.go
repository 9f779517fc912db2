package fixture

import "context"

type job struct{ kill context.CancelFunc }

func (j *job) work(ctx context.Context) { <-ctx.Done() }

// The work of a method is over when it returns, but it only keeps cancel for others; told apart in goroutines only.
func (j *job) run(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	j.kill = cancel
	j.work(ctx)
}

func (j *job) Kill() { j.kill() }

// What a function does with cancel is not asked.
func forgotten(ctx context.Context, get func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	ignore(cancel)
	return get(ctx)
}

func ignore(context.CancelFunc) {}

// An error drops the map, and with it what it holds.
func many(ctx context.Context, names []string, start func(context.Context, string) error) (map[string]func(), error) {
	all := map[string]func(){}
	for _, name := range names {
		one, cancel := context.WithCancel(ctx)
		all[name] = cancel
		if err := start(one, name); err != nil {
			return nil, err
		}
	}
	return all, nil
}
