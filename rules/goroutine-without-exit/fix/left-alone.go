// Package fixture: a return is not the same as leaving the loop.
package fixture

func goesOn(done <-chan struct{}, lines <-chan string, show func(string)) {
	for {
		select {
		case <-done:
			break
		case line := <-lines:
			show(line)
		}
	}
	show("done")
}

func returns(done <-chan struct{}, lines <-chan string, show func(string)) error {
	for {
		select {
		case <-done:
			break
		case line := <-lines:
			show(line)
		}
	}
}
