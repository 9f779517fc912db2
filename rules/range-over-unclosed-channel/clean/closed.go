// Package fixture: somebody closes the channel, or may.
package fixture

import "sync"

func collect(items []string, keep func(string)) {
	names := make(chan string)
	go func() {
		for name := range names {
			keep(name)
		}
	}()
	for _, item := range items {
		names <- item
	}
	close(names)
}

func deferred(items []string, keep func(string)) {
	names := make(chan string)
	defer close(names)
	go func() {
		for name := range names {
			keep(name)
		}
	}()
	for _, item := range items {
		names <- item
	}
}

func closedByWaiter(items []string, keep func(string)) {
	names := make(chan string)
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Add(1)
		go func(item string) {
			defer wg.Done()
			names <- item
		}(item)
	}
	go func() {
		wg.Wait()
		close(names)
	}()
	for name := range names {
		keep(name)
	}
}

func alias(items []string, keep func(string)) {
	names := make(chan string)
	out := names
	go func() {
		for name := range names {
			keep(name)
		}
	}()
	for _, item := range items {
		out <- item
	}
	close(out)
}

func helper(items []string, keep func(string)) {
	names := make(chan string)
	go func() {
		for name := range names {
			keep(name)
		}
	}()
	produce(items, names)
}

func produce(items []string, names chan<- string) {
	defer close(names)
	for _, item := range items {
		names <- item
	}
}

type source interface{ Fill(chan<- string) }

// The source may close what it is given.
func unknownSender(s source, keep func(string)) {
	names := make(chan string)
	go func() {
		for name := range names {
			keep(name)
		}
	}()
	s.Fill(names)
}

// The caller closes what is returned.
func returned(keep func(string)) chan<- string {
	names := make(chan string)
	go func() {
		for name := range names {
			keep(name)
		}
	}()
	return names
}

// Parameters belong to the caller.
func parameter(names <-chan string, keep func(string)) {
	go func() {
		for name := range names {
			keep(name)
		}
	}()
}

// Slices, maps, numbers and functions are no channels.
func others(names []string, byName map[string]int, n int, keep func(string)) {
	go func() {
		for i := range names {
			keep(names[i])
		}
		for name := range byName {
			keep(name)
		}
	}()
	_ = n
}

// A slice of channels that is closed in a loop.
func several(n int, keep func(int)) {
	lanes := make([]chan int, n)
	for i := range lanes {
		lanes[i] = make(chan int)
		go func(lane chan int) {
			for v := range lane {
				keep(v)
			}
		}(lanes[i])
	}
	for _, lane := range lanes {
		close(lane)
	}
}
