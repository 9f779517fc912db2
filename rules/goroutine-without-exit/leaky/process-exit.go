// Package fixture: to end the whole process is no way out for the goroutine of one of many.
package fixture

import (
	"bufio"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

// Serve answers the commands of one operator, and returns when the connection ends.
func Serve(rw io.ReadWriter, reload func()) error {
	commands := make(chan string)
	go run(commands, reload)
	lines := bufio.NewScanner(rw)
	for lines.Scan() {
		commands <- lines.Text()
	}
	return lines.Err()
}

func run(commands <-chan string, reload func()) {
	for { // want "this loop has no way out but the end of the process: it waits for <-commands in each pass, and the goroutine started at line 16 outlives its owner"
		switch <-commands {
		case "reload":
			reload()
		case "shutdown":
			log.Print("shutdown by operator")
			os.Exit(0)
		}
	}
}

// Monitor belongs to whoever makes it.
type Monitor struct {
	fatal chan string
	load  func() int
}

// NewMonitor starts a goroutine.
func NewMonitor(load func() int) *Monitor {
	m := &Monitor{fatal: make(chan string), load: load}
	go m.watch(time.Second)
	return m
}

func (m *Monitor) watch(every time.Duration) {
	for { // want "this loop has no way out but the end of the process: it waits for <-m.fatal in each pass, and the goroutine started at line 45 outlives its owner"
		select {
		case reason := <-m.fatal:
			log.Fatalf("fatal: %s", reason)
		case <-time.After(every):
			if m.load() > 100 {
				giveUp()
			}
		}
	}
}

func giveUp() {
	log.Print("too much load")
	os.Exit(3)
}

// Fail is how others end the process.
func (m *Monitor) Fail(reason string) { m.fatal <- reason }

// Close does not end the goroutine.
func (m *Monitor) Close() { m.load = nil }

// Handle starts one for each request.
func Handle(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	go func() {
		for { // want "this loop has no way out but the end of the process: it waits for time.Sleep in each pass, and the goroutine started at line 76 outlives its owner"
			time.Sleep(time.Second)
			if path == "/quit" {
				os.Exit(0)
			}
		}
	}()
}
