package feed

import "time"

type listener struct {
	news chan string
}

func (l *listener) leave() { close(l.news) }

func listen() *listener {
	l := &listener{news: make(chan string, 1)}
	go l.pump()
	return l
}

// The send on the closed channel panics, and the goroutine ends.
func (l *listener) pump() {
	defer func() {
		recover()
	}()
	for {
		time.Sleep(time.Minute)
		select {
		case l.news <- "still here":
		default:
		}
	}
}
