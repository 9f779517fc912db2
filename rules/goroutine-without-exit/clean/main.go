// Command fixture: what main starts, also by way of functions that it calls, ends with the process.
package main

import "time"

type server struct{ hits int }

func main() {
	s := newServer(3)
	for _, every := range []time.Duration{time.Second, time.Minute} {
		go s.report(every)
	}
	s.run()
}

func newServer(hits int) *server {
	s := &server{hits: hits}
	go func() {
		for {
			time.Sleep(time.Second)
			s.hits = 0
		}
	}()
	return s
}

func (s *server) report(every time.Duration) {
	for {
		<-time.After(every)
		println(s.hits)
	}
}

func (s *server) run() {
	for {
		time.Sleep(time.Hour)
		s.hits++
	}
}
