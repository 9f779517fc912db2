// Package fixture: the break leaves the select, a return the loop.
package fixture

func last(done <-chan struct{}, lines <-chan string, show func(string)) {
	go func() {
		for {
			select {
			case <-done:
				break // stop here
			case line := <-lines:
				show(line)
			}
		}
	}()
}
