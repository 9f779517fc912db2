// Package fixture: loops that hold a return, and are not left by it.
package fixture

import "time"

// The return is that of the literal.
func returnOfLiteral(each func(func() bool), n int) {
	go func() {
		for { // want "^warning: this loop has no way out"
			each(func() bool {
				return n > 0
			})
			time.Sleep(time.Second)
		}
	}()
}

// Another clause returns, but the one that hears of the end does not.
func returnOfAnother(done chan struct{}, c chan int) int {
	for { // want "^warning: the break at line 23 leaves only the select"
		select {
		case <-done:
			break
		case x := <-c:
			if x > 0 {
				return x
			}
		}
	}
}
