package batch

func returns(jobs []func() error) (last error) {
	errs := make(chan error)
	for _, job := range jobs {
		go func() {
			if err := job(); err != nil {
				errs <- err
				return
			}
			errs <- nil
		}()
	}
	for range jobs {
		if err := <-errs; err != nil {
			last = err
		}
	}
	return last
}

// What guards the first send does not hold at the second.
func eitherOr(check func() error, fail func(error)) error {
	result := make(chan error)
	go func() {
		err := check()
		if err != nil {
			result <- err
		}
		fail(err)
		if err == nil {
			result <- nil
		}
	}()
	return <-result
}

func switched(kind int) int {
	result := make(chan int)
	go func() {
		switch kind {
		case 1:
			result <- 1
		case 2:
			result <- 2
		default:
			result <- 0
		}
	}()
	return <-result
}

// Two for each.
func both(jobs []func() error) (failed int) {
	errs := make(chan error)
	for _, job := range jobs {
		go func() {
			errs <- job()
			errs <- job()
		}()
	}
	for range jobs {
		if <-errs != nil {
			failed++
		}
		if <-errs != nil {
			failed++
		}
	}
	return failed
}

// As many receives as there are on the way of the second send.
func answer(ask func() (int, error)) (int, error) {
	values := make(chan int)
	go func() {
		n, err := ask()
		if err != nil {
			values <- -1
			return
		}
		values <- 0
		values <- n
	}()
	if status := <-values; status < 0 {
		return 0, nil
	}
	return <-values, nil
}

// There is room for the second one.
func room(check func() error) error {
	result := make(chan error, 1)
	go func() {
		if err := check(); err != nil {
			result <- err
		}
		result <- nil
	}()
	return <-result
}

// All are received.
func drained(jobs []func() error) (failed int) {
	errs := make(chan error)
	go func() {
		defer close(errs)
		for _, job := range jobs {
			if err := job(); err != nil {
				errs <- err
			}
			errs <- nil
		}
	}()
	for err := range errs {
		if err != nil {
			failed++
		}
	}
	return failed
}
