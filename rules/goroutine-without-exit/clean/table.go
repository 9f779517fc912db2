package main

import (
	"sync"
	"time"
)

// A list of functions that main goes through.
func main() {
	var wg sync.WaitGroup
	for _, scene := range []func(*sync.WaitGroup){first, second} {
		scene(&wg)
	}
	wg.Wait()
}

func first(wg *sync.WaitGroup) {
	wg.Add(1)
	go func() {
		for {
			time.Sleep(time.Second)
		}
	}()
}

func second(wg *sync.WaitGroup) {
	wg.Add(1)
	go func() {
		for range time.Tick(time.Second) {
			println("tick")
		}
	}()
}
