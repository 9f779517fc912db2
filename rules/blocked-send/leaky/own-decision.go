package decide

import (
	"fmt"
	"io"
	"sync"
)

type group interface {
	Go(func() error)
	Wait() error
}

// The first match is enough; the others still send.
func find(g group, shards []func() []string, fits func(string) bool) string {
	found := make(chan string)
	for _, lookup := range shards {
		g.Go(func() error {
			for _, document := range lookup() {
				found <- document // want "nobody receives from \"found\" any more once the function returns at line 31"
			}
			return nil
		})
	}
	go func() {
		_ = g.Wait()
		close(found)
	}()
	for document := range found {
		if fits(document) {
			return document
		}
	}
	return ""
}

// As above, with one value of each and without range.
func first(shards []func() string) string {
	found := make(chan string)
	var wg sync.WaitGroup
	for _, lookup := range shards {
		wg.Add(1)
		go func() {
			defer wg.Done()
			found <- lookup() // want "only one value is received from \"found\", on which several goroutines send, before the function ends|returns"
		}()
	}
	go func() {
		wg.Wait()
		close(found)
	}()
	for {
		text, ok := <-found
		if !ok {
			break
		}
		if text != "" {
			return text
		}
	}
	return ""
}

// The numbers go on for ever, the rows do not.
func assign(block func() (int, error), rows []int) error {
	numbers := make(chan int, 64)
	problem := make(chan error, 1)
	go func() {
		for {
			first, err := block()
			if err != nil {
				problem <- err
				return
			}
			for n := first; n < first+64; n++ {
				numbers <- n // want "nobody receives from \"numbers\" any more once the function returns at line 87"
			}
		}
	}()
	for i := range rows {
		select {
		case rows[i] = <-numbers:
		case err := <-problem:
			return err
		}
	}
	return nil
}

// Room for sixteen is filled, too.
func watch(out io.Writer, last func() int, quit <-chan struct{}) error {
	quotes := make(chan int, 16)
	go func() {
		for {
			quotes <- last() // want "nobody receives from \"quotes\" once \"case <-quit\" at line 104 leaves"
		}
	}()
	for {
		select {
		case q := <-quotes:
			if _, err := fmt.Fprintln(out, q); err != nil {
				return err
			}
		case <-quit:
			return nil
		}
	}
}

// What is wanted is counted, not what there is.
func take(next func() (string, error), limit int) (lines []string) {
	queue := make(chan string, 1)
	go func() {
		defer close(queue)
		for {
			line, err := next()
			if err != nil {
				return
			}
			queue <- line // want "nobody receives from \"queue\" any more once the function returns at line 126"
		}
	}()
	for line := range queue {
		lines = append(lines, line)
		if len(lines) == limit {
			return lines
		}
	}
	return lines
}

// Each of the two counts leaves votes unheard.
func vote(peers []func() bool, needed int) bool {
	answers := make(chan bool)
	for _, ask := range peers {
		go func() {
			answers <- ask() // want "only one value is received from \"answers\", on which several goroutines send, before the function returns at line 148"
		}()
	}
	good, bad := 0, 0
	for answer := range answers {
		if answer {
			good++
		} else {
			bad++
		}
		if good >= needed {
			return true
		}
		if bad > len(peers)-needed {
			return false
		}
	}
	return false
}
