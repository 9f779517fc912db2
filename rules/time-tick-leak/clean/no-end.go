package fixture

import (
	"os"
	"time"
)

func rangeForEver(f func()) {
	for range time.Tick(time.Second) {
		f()
	}
}

func loopForEver(f func()) {
	ticks := time.Tick(time.Second)
	for {
		<-ticks
		f()
	}
}

func endsWithProcess(f func() bool) {
	for range time.Tick(time.Second) {
		if f() {
			os.Exit(1)
		}
	}
}

func panics(f func() bool) {
	for range time.Tick(time.Second) {
		if f() {
			panic("no")
		}
	}
}
