package numbers

func naturals(out chan<- int) {
	for n := 2; ; n++ {
		out <- n // want "warning: nobody receives from \"found\" any more once"
	}
}

// Whatever ends the search, the source goes on.
func above(limit int, test func(int) bool) int {
	found := make(chan int, 32)
	go naturals(found)
	for {
		n := <-found
		if n > limit && test(n) {
			return n
		}
	}
}

func write(replica func() error, acks chan<- error) {
	acks <- replica() // want "warning: .* the goroutine started at line 29 then stays in this send"
}

// The function that sends does so whatever it is given.
func writeAll(replicas []func() error, need int) error {
	acks := make(chan error)
	for _, each := range replicas {
		go write(each, acks)
	}
	var last error
	for range replicas {
		if last = <-acks; last != nil {
			continue
		}
		if need--; need == 0 {
			return nil
		}
	}
	return last
}
