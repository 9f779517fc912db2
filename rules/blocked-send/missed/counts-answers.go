package answers

// The channel is never closed, so the loop is always left early; but that there are more answers than it needs, the count
// does not show.
func decide(peers []func() bool, needed int) bool {
	answers := make(chan bool)
	for _, ask := range peers {
		go func() {
			answers <- ask()
		}()
	}
	good, bad := 0, 0
	for answer := range answers {
		if answer {
			good++
		} else {
			bad++
		}
		if good >= needed {
			return true
		}
		if bad > len(peers)-needed {
			return false
		}
	}
	return false
}

// One value has room; whoever reads leaves, and the goroutine fills it and waits. With requests and answers one value in
// the buffer is often all there is, so room counts as enough.
func monitor(measure func() int, show func(int) error, quit <-chan struct{}) error {
	reports := make(chan int, 1)
	go func() {
		for {
			reports <- measure()
			select {
			case <-quit:
				return
			default:
			}
		}
	}()
	for {
		select {
		case report := <-reports:
			if err := show(report); err != nil {
				return err
			}
		case <-quit:
			return nil
		}
	}
}
