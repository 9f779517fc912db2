package stream

// Whoever stops reading before the end leaves the producer behind.
func numbers(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; i < n; i++ {
			out <- i
		}
	}()
	return out
}

func FirstOver(limit int) int {
	for n := range numbers(1000) {
		if n > limit {
			return n
		}
	}
	return 0
}
