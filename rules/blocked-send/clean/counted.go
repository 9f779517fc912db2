package counted

import (
	"errors"
	"sort"
)

var errNone = errors.New("none")

type report struct {
	text string
	err  error
}

// The loop goes on while a job is out: its condition is the count.
func runAll(jobs []string, hosts int, run func(string) error) int {
	results := make(chan report)
	sort.Strings(jobs)
	running, failed := 0, 0
	for len(jobs) > 0 || running > 0 {
		for hosts > 0 && len(jobs) > 0 {
			job := jobs[0]
			jobs = jobs[1:]
			hosts--
			running++
			go func() {
				results <- report{job, run(job)}
			}()
		}
		result := <-results
		hosts++
		running--
		if result.err != nil {
			failed++
		}
	}
	return failed
}

// One of the lines holds the result, as both sides know: who receives does so once, in no loop.
func parse(next func() (string, bool), isResult func(string) bool, wait func() error) (string, error) {
	result := make(chan string)
	go func() {
		defer close(result)
		for {
			line, ok := next()
			if !ok {
				return
			}
			if isResult(line) {
				result <- line
			}
		}
	}()
	text := <-result
	if err := wait(); err != nil {
		return "", err
	}
	return text, nil
}

// The goroutine ends with the error that it sends.
func readAll(read func() (string, error), take func(string)) error {
	lines := make(chan report)
	go func() {
		defer close(lines)
		for {
			text, err := read()
			lines <- report{text, err}
			if err != nil {
				return
			}
		}
	}()
	for line := range lines {
		if line.err != nil {
			return line.err
		}
		take(line.text)
	}
	return errNone
}

// There is room for two, and somebody has counted the addresses.
func listen(addresses []string, open func(string) error, serve func(string)) error {
	done := make(chan string, 2)
	isOpen := false
	for _, address := range addresses {
		if open(address) != nil {
			continue
		}
		isOpen = true
		go func() {
			serve(address)
			done <- address
		}()
	}
	if isOpen {
		<-done
		return nil
	}
	return errNone
}
