// Package fixture: channels that only one function knows, and that nobody closes.
package fixture

import "sync"

// Collect is the plain form: the consumer waits for a close that never comes.
func Collect(items []string, keep func(string)) {
	names := make(chan string)
	go func() {
		for name := range names { // want "warning: nothing in the function closes .names., so this loop never ends and the goroutine started at line 9 stays for ever"
			keep(name)
		}
	}()
	for _, item := range items {
		names <- item
	}
}

// Workers leaves all of them behind.
func Workers(n int, jobs []int, work func(int)) {
	queue := make(chan int, 8)
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		go func() {
			for job := range queue { // want "warning: nothing in the function closes .queue., .*started at line 24"
				work(job)
				wg.Done()
			}
		}()
	}
	wg.Add(len(jobs))
	for _, job := range jobs {
		queue <- job
	}
	wg.Wait()
}

type group struct{ wg sync.WaitGroup }

// Go runs f in a goroutine, as errgroup does.
func (g *group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		_ = f()
	}()
}

// InGroup starts its consumer with a method called Go.
func InGroup(g *group, items []int, keep func(int)) {
	in := make(chan int)
	g.Go(func() error {
		for item := range in { // want "warning: nothing in the function closes .in., .*started at line 52"
			keep(item)
		}
		return nil
	})
	for _, item := range items {
		in <- item
	}
}

// Named keeps the literal in a variable first.
func Named(items []int, keep func(int)) {
	in := make(chan int)
	consume := func() {
		for item := range in { // want "warning: nothing in the function closes .in., .*started at line 71"
			keep(item)
		}
	}
	go consume()
	for _, item := range items {
		in <- item
	}
}

// Handed gives the channel to a function of the package.
func Handed(items []int, keep func(int)) {
	in := make(chan int)
	go drain(in, keep)
	for _, item := range items {
		in <- item
	}
}

func drain(in <-chan int, keep func(int)) {
	for item := range in { // want "warning: nothing in the package closes .in., .*started at line 80"
		keep(item)
	}
}

// Swallowed breaks out of the switch only.
func Swallowed(items []int, keep func(int)) {
	in := make(chan int)
	go func() {
		for item := range in { // want "warning: nothing in the function closes .in."
			switch {
			case item < 0:
				break
			default:
				keep(item)
			}
		}
	}()
	for _, item := range items {
		in <- item
	}
}

//oracle:goroutines Collect([]string{"a"}, func(string) {})
//oracle:goroutines Workers(2, []int{1}, func(int) {})
//oracle:goroutines InGroup(&group{}, []int{1}, func(int) {})
//oracle:goroutines Named([]int{1}, func(int) {})
//oracle:goroutines Handed([]int{1}, func(int) {})
//oracle:goroutines Swallowed([]int{1}, func(int) {})
