// Package fixture: a function that closes a channel, and not the one it ranges over.
package fixture

// One of two is closed.
func oneOfTwo(work func(int)) {
	a, b := make(chan int), make(chan int)
	go func() {
		for x := range b { // want "^warning: nothing in the function closes \"b\""
			work(x)
		}
	}()
	go func() {
		for x := range a {
			work(x)
		}
	}()
	a <- 1
	b <- 2
	close(a)
}
