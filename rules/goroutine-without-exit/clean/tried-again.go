package main

import (
	"net"
	"time"
)

func main() {
	join("registry:7000")
	select {}
}

// join goes on only once the registry has answered.
func join(address string) {
	for {
		peer, err := net.DialTimeout("tcp", address, time.Second)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		_ = peer.Close()
		announce(address)
		return
	}
}

func announce(address string) {
	go func() {
		for {
			println("alive", address)
			time.Sleep(time.Minute)
		}
	}()
}
