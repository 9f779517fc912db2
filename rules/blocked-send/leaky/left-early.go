package quorum

import "errors"

var errTooFew = errors.New("too few agree")

type vote struct {
	weight int
	err    error
}

// The loop counts as many votes as there are voters, and is left as soon as they suffice.
func collect(voters []string, ask func(string) (int, error), needed int) (int, error) {
	votes := make(chan vote)
	for _, voter := range voters {
		go func() {
			weight, err := ask(voter)
			votes <- vote{weight, err} // want "only one value is received from \"votes\", on which several goroutines send, before the function returns at line 30: the goroutine started at line 16 then stays"
		}()
	}
	sum := 0
	for i := 0; i < len(voters); i++ {
		v := <-votes
		if v.err != nil {
			continue
		}
		sum += v.weight
		if sum >= needed {
			// The others are still asking.
			return sum, nil
		}
	}
	return 0, errTooFew
}

// Whoever reads leaves for an error of its own, while the goroutine still has lines.
func store(lines []string, save func(string) error) error {
	queue := make(chan string)
	go func() {
		defer close(queue)
		for _, line := range lines {
			queue <- line // want "nobody receives from \"queue\" any more once the function returns at line 47: the goroutine started at line 39 then stays"
		}
	}()
	for line := range queue {
		if err := save(line); err != nil {
			return err
		}
	}
	return nil
}

// The owner closes the channel only where it starts no goroutine.
func contact(dial func() bool, heard chan bool, mayDial bool) bool {
	reached := make(chan bool)
	if mayDial {
		go func() {
			defer close(reached)
			reached <- dial() // want "nobody receives from \"reached\" once the function returns at line 65: the goroutine started at line 57 then stays"
		}()
	} else {
		close(reached)
	}
	if <-heard {
		return true
	}
	return <-reached
}
