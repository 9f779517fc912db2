// Command fixture: what main, init and package variables hold ends with the process.
package main

import (
	"fmt"
	"sync"
	"time"
)

var heartbeat = time.NewTicker(time.Minute)

var tick = time.NewTicker(time.Second).C

var (
	defaults = struct{ poll *time.Ticker }{poll: time.NewTicker(time.Hour)}
	starter  sync.Once
)

func init() {
	warm := time.NewTicker(time.Millisecond)
	<-warm.C
}

func startOnce(report func()) {
	starter.Do(func() {
		t := time.NewTicker(time.Minute)
		go func() {
			for range t.C {
				report()
			}
		}()
	})
}

func main() {
	t := time.NewTicker(time.Second)
	startOnce(func() { fmt.Println("tick") })
	for i := 0; i < 3; i++ {
		select {
		case <-t.C:
		case <-tick:
		case <-heartbeat.C:
		case <-defaults.poll.C:
			return
		}
	}
}
