package answers

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
