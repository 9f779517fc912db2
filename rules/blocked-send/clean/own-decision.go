package decide

import (
	"context"
	"sync"
)

// All are read, whatever was found.
func find(shards []func() string, fits func(string) bool) (best string) {
	found := make(chan string)
	var wg sync.WaitGroup
	for _, lookup := range shards {
		wg.Add(1)
		go func() {
			defer wg.Done()
			found <- lookup()
		}()
	}
	go func() {
		wg.Wait()
		close(found)
	}()
	for document := range found {
		if best == "" && fits(document) {
			best = document
		}
	}
	return best
}

// The rest is drained.
func first(shards []func() string, fits func(string) bool) string {
	found := make(chan string)
	var wg sync.WaitGroup
	for _, lookup := range shards {
		wg.Add(1)
		go func() {
			defer wg.Done()
			found <- lookup()
		}()
	}
	go func() {
		wg.Wait()
		close(found)
	}()
	for document := range found {
		if fits(document) {
			go func() {
				for range found {
				}
			}()
			return document
		}
	}
	return ""
}

// As many as were started.
func counted(shards []func() string) (all []string) {
	found := make(chan string)
	var wg sync.WaitGroup
	for _, lookup := range shards {
		wg.Add(1)
		go func() {
			defer wg.Done()
			found <- lookup()
		}()
	}
	go func() {
		wg.Wait()
		close(found)
	}()
	for document := range found {
		all = append(all, document)
		if len(all) == len(shards) {
			break
		}
	}
	return all
}

// The last value of each says so.
func marked(n int, work func(int, func(string))) (all []string) {
	type item struct {
		text string
		last bool
	}
	items := make(chan item)
	for i := 0; i < n; i++ {
		go func() {
			work(i, func(text string) { items <- item{text: text} })
			items <- item{last: true}
		}()
	}
	ended := 0
	for it := range items {
		if it.last {
			ended++
			if ended == n {
				break
			}
			continue
		}
		all = append(all, it.text)
	}
	return all
}

// The empty line is the last one.
func sentinel(read func() (string, error), take func(string)) {
	lines := make(chan string, 1)
	go func() {
		for {
			line, err := read()
			if err != nil {
				lines <- ""
				return
			}
			lines <- line
		}
	}()
	for {
		line := <-lines
		if line == "" {
			return
		}
		take(line)
	}
}

// It hears of the end as well, and there is room for what is under way.
func ending(ctx context.Context, measure func() int, show func(int), quit <-chan struct{}) {
	reports := make(chan int, 1)
	go func() {
		for {
			select {
			case reports <- measure():
			case <-ctx.Done():
				return
			}
		}
	}()
	for {
		select {
		case report := <-reports:
			show(report)
		case <-quit:
			return
		}
	}
}

// Each question is answered once, and there is room for the answer.
func served(questions <-chan int, answer func(int) int, show func(int), quit <-chan struct{}) {
	answers := make(chan int, 1)
	go func() {
		for {
			q, ok := <-questions
			if !ok {
				return
			}
			answers <- answer(q)
		}
	}()
	for {
		select {
		case a := <-answers:
			show(a)
		case <-quit:
			return
		}
	}
}

// The first value only: the others are told in another way.
func onlyFirst(poll func() (int, error), log func(int), quit <-chan struct{}) int {
	ready := make(chan int, 1)
	go func() {
		sent := false
		for {
			n, err := poll()
			if err != nil {
				return
			}
			if !sent {
				ready <- n
				sent = true
			}
			log(n)
		}
	}()
	select {
	case n := <-ready:
		return n
	case <-quit:
		return 0
	}
}

// The send ends the goroutine.
func result(poll func() (int, error), show func(int), quit <-chan struct{}) {
	done := make(chan int, 1)
	go func() {
		for {
			n, err := poll()
			if err == nil {
				done <- n
				return
			}
		}
	}()
	for {
		select {
		case n := <-done:
			show(n)
		case <-quit:
			return
		}
	}
}

// A value that nobody takes is dropped.
func latest(poll func() int, show func(int), quit <-chan struct{}) {
	values := make(chan int, 1)
	go func() {
		for {
			select {
			case values <- poll():
			default:
			}
		}
	}()
	for {
		select {
		case n := <-values:
			show(n)
		case <-quit:
			return
		}
	}
}

// Only the first one comes through.
func guardedByOnce(poll func() error, quit <-chan struct{}) error {
	failed := make(chan error, 1)
	var once sync.Once
	go func() {
		for {
			if err := poll(); err != nil {
				once.Do(func() { failed <- err })
			}
		}
	}()
	for {
		select {
		case err := <-failed:
			return err
		case <-quit:
			return nil
		}
	}
}

// A majority of all, and the channel has room for all.
func vote(peers []func() bool, needed int) bool {
	answers := make(chan bool, len(peers))
	for _, ask := range peers {
		go func() { answers <- ask() }()
	}
	good := 0
	for answer := range answers {
		if answer {
			good++
		}
		if good >= needed {
			return true
		}
	}
	return false
}

// Every one of them must be good.
func unanimous(peers []func() bool) bool {
	answers := make(chan bool)
	for _, ask := range peers {
		go func() { answers <- ask() }()
	}
	good, bad := 0, 0
	for answer := range answers {
		if answer {
			good++
		} else {
			bad++
		}
		if good+bad == len(peers) {
			return bad == 0
		}
	}
	return false
}
