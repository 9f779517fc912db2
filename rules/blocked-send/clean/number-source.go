package numbers

// The last value is negative.
func countdown(out chan<- int, from int) {
	for n := from; ; n-- {
		out <- n
		if n < 0 {
			return
		}
	}
}

func sum(from int) int {
	all := 0
	down := make(chan int)
	go countdown(down, from)
	for {
		n := <-down
		if n < 0 {
			return all
		}
		all += n
	}
}
