package dropped

// start has room for what it tells.
func start(f func() error) <-chan error {
	ended := make(chan error, 1)
	go func() {
		ended <- f()
	}()
	return ended
}

func refresh(reload func() error) {
	start(reload)
}

// signal tells only by its end.
func signal(f func()) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	return done
}

func wait(f, g func()) {
	signal(f)
	<-signal(g)
}

// watch tells only of what goes wrong, if anything does.
func watch(next func() (bool, error)) <-chan error {
	failed := make(chan error)
	go func() {
		for {
			more, err := next()
			if err != nil {
				failed <- err
			}
			if !more {
				return
			}
		}
	}()
	return failed
}

func follow(next func() (bool, error)) {
	watch(next)
}
