package main

import "time"

func main() {
	for {
		<-time.Tick(time.Second) // want "error: .* made anew in each pass"
	}
}
