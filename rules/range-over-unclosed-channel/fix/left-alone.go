// Package fixture: a close here could be one too many, too early, or change what follows.
package fixture

import "sync"

// Two goroutines send; neither knows when the other one is done.
func twoProducers(names, others []string, keep func(string)) {
	found := make(chan string)
	for _, list := range [][]string{names, others} {
		go func() {
			for _, name := range list {
				found <- name
			}
		}()
	}
	go func() {
		for name := range found {
			keep(name)
		}
	}()
}

// What follows the loop has never been run.
func goesOn(names []string, keep func(string), drop func()) {
	found := make(chan string)
	go func() {
		for name := range found {
			keep(name)
		}
		drop()
	}()
	for _, name := range names {
		found <- name
	}
}

// It waits for the loop that its end should end.
func waits(names []string, keep func(string)) {
	var wg sync.WaitGroup
	found := make(chan string)
	wg.Add(1)
	go func() {
		defer wg.Done()
		for name := range found {
			keep(name)
		}
	}()
	for _, name := range names {
		found <- name
	}
	wg.Wait()
}
