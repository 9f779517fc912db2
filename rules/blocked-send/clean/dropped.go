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
