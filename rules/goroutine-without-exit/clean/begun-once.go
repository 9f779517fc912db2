package main

import (
	"bufio"
	"os"
	"sync/atomic"
	"time"
)

type sweeper struct {
	running atomic.Bool
	lines   []string
}

// kick may be called again and again: one goroutine runs.
func (s *sweeper) kick(line string) {
	if !s.running.Load() {
		go s.run()
	}
	s.lines = append(s.lines[:0], line)
}

func (s *sweeper) run() {
	if !s.running.CompareAndSwap(false, true) {
		return
	}
	for {
		time.Sleep(time.Minute)
		println(len(s.lines))
	}
}

func main() {
	long, short := &sweeper{}, &sweeper{}
	in := bufio.NewReader(os.Stdin)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		if len(line) > 80 {
			long.kick(line)
		} else {
			short.kick(line)
		}
	}
}
