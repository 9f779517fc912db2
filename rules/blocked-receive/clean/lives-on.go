package lives

import "context"

type connection struct{}

func (connection) Close()      {}
func (connection) Ping() error { return nil }

type client struct {
	conn connection
}

// What the goroutine ends lives on when the function returns: it is closed here only for an error before the start.
func open(ctx context.Context, dial func() connection) (*client, error) {
	conn := dial()
	if err := conn.Ping(); err != nil {
		conn.Close()
		return nil, err
	}
	go func() {
		<-ctx.Done()
		conn.Close()
	}()
	return &client{conn}, nil
}

// Another goroutine goes on with the context.
func report(stop <-chan struct{}, run func(context.Context)) {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-stop
		cancel()
	}()
	go run(ctx)
}

// The function ends when the context does.
func lead(stop <-chan struct{}, loop func(context.Context)) {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-stop
		cancel()
	}()
	loop(ctx)
}

// Whoever gets the function may call it late, or never.
func elect(stop <-chan struct{}, register func(lost func()), run func(<-chan struct{})) {
	over := make(chan struct{})
	end := func() { close(over) }
	register(func() {
		end()
	})
	go run(over)
	go func() {
		<-stop
		end()
	}()
}
