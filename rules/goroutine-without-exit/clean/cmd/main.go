// Command cmd does one thing, and ends.
package main

import "time"

type spinner struct{ shown int }

func (s *spinner) begin(every time.Duration) {
	go func() {
		for {
			time.Sleep(every)
			s.shown++
		}
	}()
}

func main() {
	for _, step := range []string{"load", "store"} {
		s := &spinner{}
		s.begin(time.Second)
		println(step)
	}
}
