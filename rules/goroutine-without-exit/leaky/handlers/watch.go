package main

import "time"

func watch(path string) {
	go func() {
		for { // want "warning: this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 6 outlives its owner"
			time.Sleep(time.Second)
			println(path)
		}
	}()
}
