package textbook

import "fmt"

// The example of every introduction.
func leak() {
	ch := make(chan int)
	go func() {
		for val := range ch { // want "warning: nothing in the function closes .ch., so this loop never ends and the goroutine started at line 8 stays for ever"
			fmt.Println(val)
		}
	}()
}
