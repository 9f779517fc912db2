package main

import (
	"net"
	"time"
)

func main() { stay("registry:7000") }

// stay comes back for another address whenever there is one.
func stay(address string) {
	for {
		peer, err := net.DialTimeout("tcp", address, time.Second)
		if err != nil {
			return
		}
		_ = peer.Close()
		report(address)
		if address = next(); address != "" {
			continue
		}
		return
	}
}

func next() string { return "" }

func report(address string) {
	go func() {
		for { // want "warning: this loop has no way out"
			println("alive", address)
			time.Sleep(time.Minute)
		}
	}()
}
