package order

func reversed(work func(int)) {
	numbers := make(chan int)
	numbers <- 1 // want "this send never ends: nobody else knows \"numbers\", made without a buffer at line 4, so nobody can receive"
	go func() {
		work(<-numbers)
	}()
}
