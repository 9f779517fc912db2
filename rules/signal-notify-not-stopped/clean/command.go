package download

import (
	"os"
	"os/signal"

	"github.com/urfave/cli/v2"
)

var finished = make(chan struct{})

func finish() { close(finished) }

type command struct {
	Action func(args []string) error
}

// A command's function runs once: when it returns the process ends.
var bootstrap = command{
	Action: func(args []string) error {
		signals := make(chan os.Signal, 1)
		signal.Notify(signals, os.Interrupt)
		go func() {
			for {
				select {
				case <-finished:
					return
				case <-signals:
				}
			}
		}()
		return nil
	},
}

func download(_ *cli.Context) error {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	for {
		select {
		case <-signals:
			println("interrupted")
		case <-finished:
			return nil
		}
	}
}

var _, _, _ = bootstrap, download, finish
