package main

import "time"

// One for each peer that comes and goes; but most programs end soon, and with them what their functions forget.
func servePeer(messages <-chan string, handle func(string), flush func()) {
	ticks := time.Tick(time.Second)
	for {
		select {
		case message, ok := <-messages:
			if !ok {
				return
			}
			handle(message)
		case <-ticks:
			flush()
		}
	}
}

func main() {
	for messages := range make(chan chan string) {
		go servePeer(messages, func(string) {}, func() {})
	}
}
