package pool

// Room for one, and a flag that lets only one goroutine run at a time.
func oneSender(wanted <-chan int, quit <-chan struct{}, send func(int) error) {
	sending := false
	done := make(chan error, 1)
	start := func(n int) {
		sending = true
		go func() { done <- send(n) }()
	}
	for {
		select {
		case n := <-wanted:
			if !sending {
				start(n)
			}
		case err := <-done:
			sending = false
			if err != nil {
				start(0)
			}
		case <-quit:
			return
		}
	}
}

// Two of the three send.
func onlySome(streams map[string]func(), failed <-chan error) error {
	done := make(chan struct{}, 2)
	run := func(name string) {
		streams[name]()
		if name != "stdin" {
			done <- struct{}{}
		}
	}
	go run("stdin")
	go run("stdout")
	go run("stderr")
	for i := 0; i < 2; i++ {
		select {
		case <-done:
		case err := <-failed:
			return err
		}
	}
	return nil
}
