// Package fixture: goroutines that are meant to end the process, and those that end it where something has failed.
package fixture

import (
	"bufio"
	"io"
	"log"
	"os"
	"os/signal"
	"time"
)

// Handle does what signals ask for, as long as the process lives.
func Handle(reload func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, os.Kill)
	go func() {
		for {
			switch <-signals {
			case os.Kill:
				os.Exit(1)
			default:
				reload()
			}
		}
	}()
	reload()
}

// WatchParent ends the process with its parent.
func WatchParent(every time.Duration) {
	parent := os.Getppid()
	go func() {
		for {
			time.Sleep(every)
			if os.Getppid() != parent {
				os.Exit(0)
			}
		}
	}()
}

// Serve ends the process where its commands do not come any more.
func Serve(rw io.ReadWriter, reload func() error) error {
	commands := make(chan string)
	go func() {
		for {
			command, ok := <-commands
			if !ok {
				log.Fatal("no more commands")
			}
			println(command)
		}
	}()
	go func() {
		for {
			<-commands
			if err := reload(); err != nil {
				log.Fatal(err)
			}
		}
	}()
	lines := bufio.NewScanner(rw)
	for lines.Scan() {
		commands <- lines.Text()
	}
	close(commands)
	return lines.Err()
}

// Run stays with its goroutine for ever.
func Run(commands <-chan string, reload func()) {
	go func() {
		for {
			switch <-commands {
			case "reload":
				reload()
			case "shutdown":
				os.Exit(0)
			}
		}
	}()
	for {
		time.Sleep(time.Hour)
	}
}
