package main

import "time"

func main() {
	watch(make(chan struct{}))
	ticks := time.Tick(time.Second)
	<-ticks
}

func watch(exit chan struct{}) {
	ticks := time.Tick(time.Second)
	for {
		select {
		case <-ticks:
		case <-exit:
			return
		}
	}
}
