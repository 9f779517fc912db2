package main

import "time"

func work() error { return nil }

func main() {
	done := make(chan error)
	go func() { done <- work() }()
	select {
	case <-done:
	case <-time.After(time.Second):
	}
}
