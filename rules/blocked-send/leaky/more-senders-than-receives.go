package fanout

type stream struct{}

func (stream) recv() error { return nil }
func (stream) send() error { return nil }

func both(s stream) error {
	failed := make(chan error)
	go func() {
		for {
			if err := s.recv(); err != nil {
				failed <- err
				return
			}
		}
	}()
	go func() {
		for {
			if err := s.send(); err != nil {
				failed <- err // want "only one value is received from \"failed\", on which several goroutines send, before the function returns at line 26"
				return
			}
		}
	}()
	return <-failed
}

func firstOf(mirrors []string, fetch func(string) string) string {
	found := make(chan string, 1)
	for _, mirror := range mirrors {
		go func(mirror string) {
			found <- fetch(mirror) // want "nobody receives from \"found\"|only one value is received from \"found\""
		}(mirror)
	}
	return <-found
}

func untilError(jobs []func() error) error {
	results := make(chan error)
	for _, job := range jobs {
		go func(job func() error) {
			results <- job() // want "only one value is received from \"results\", on which several goroutines send, before the function returns at line 48"
		}(job)
	}
	for range jobs {
		if err := <-results; err != nil {
			return err
		}
	}
	return nil
}

func three(run func(int) error) error {
	results := make(chan error, 1)
	for i := 0; i < 3; i++ {
		go func(i int) {
			results <- run(i) // want "only one value is received"
		}(i)
	}
	return <-results
}
