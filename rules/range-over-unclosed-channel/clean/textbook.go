// Package fixture: the three ways to mend the example of every introduction.
package fixture

import (
	"context"
	"fmt"
)

func withContext(ctx context.Context) {
	ch := make(chan int)
	go func() {
		for {
			select {
			case val := <-ch:
				fmt.Println(val)
			case <-ctx.Done():
				return
			}
		}
	}()
}

func withClose() {
	ch := make(chan int)
	go func() {
		for val := range ch {
			fmt.Println(val)
		}
	}()
	ch <- 1
	close(ch)
}

func withDone() (stop func()) {
	ch := make(chan int)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case val := <-ch:
				fmt.Println(val)
			case <-done:
				return
			}
		}
	}()
	return func() { close(done) }
}
