// Package fixture: functions that never come back have nothing to miss; a panic and the end of the process are no ways out.
package fixture

import (
	"log"
	"os"
	"time"
)

// Serve runs as long as the process.
func Serve(work func()) {
	t := time.NewTicker(time.Second)
	for range t.C {
		work()
	}
}

// ServeChannel keeps only the channel.
func ServeChannel(work func()) {
	tick := time.NewTicker(time.Second).C
	for {
		<-tick
		work()
	}
}

// ServeDirect ranges over a ticker without a name; the range itself never ends.
func ServeDirect(work func()) {
	for range time.NewTicker(time.Second).C {
		work()
	}
	work()
}

// ServeKicks breaks out of its select only.
func ServeKicks(kick <-chan struct{}, ready func() bool, work func()) {
	t := time.NewTicker(time.Second)
	for {
		select {
		case <-t.C:
			if !ready() {
				break
			}
			work()
		case <-kick:
			work()
		}
	}
}

// ServeInSwitch breaks out of its switch only.
func ServeInSwitch(kind func() int, work func()) {
	t := time.NewTicker(time.Second)
	for {
		<-t.C
		switch kind() {
		case 1:
			break
		default:
			work()
		}
	}
}

// ServeLabelled goes on with the outer loop.
func ServeLabelled(jobs func() []func() bool) {
	t := time.NewTicker(time.Second)
pass:
	for {
		<-t.C
		for _, job := range jobs() {
			if !job() {
				continue pass
			}
		}
	}
}

// ServeByGoto loops without a for.
func ServeByGoto(work func()) {
	t := time.NewTicker(time.Second)
again:
	<-t.C
	work()
	goto again
}

// ServePost receives in the post statement.
func ServePost(work func()) {
	t := time.NewTicker(time.Second)
	for ; true; <-t.C {
		work()
	}
}

// ServeOrPanic can only panic.
func ServeOrPanic(work func() error) {
	t := time.NewTicker(time.Second)
	for range t.C {
		if err := work(); err != nil {
			panic(err)
		}
	}
}

// ServeOrDie ends the process.
func ServeOrDie(work func() error, quit <-chan struct{}) {
	t := time.NewTicker(time.Second)
	for {
		select {
		case <-t.C:
			if err := work(); err != nil {
				log.Fatalf("work: %v", err)
			}
		case <-quit:
			os.Exit(0)
		}
	}
}

// ServeNested holds a literal with a return of its own.
func ServeNested(items []int, work func(int) error) {
	t := time.NewTicker(time.Second)
	for range t.C {
		check := func(item int) bool {
			if item == 0 {
				return false
			}
			return work(item) == nil
		}
		for _, item := range items {
			if !check(item) {
				break
			}
		}
	}
}

// ServeAndBlock ends in an empty select.
func ServeAndBlock(work func()) {
	t := time.NewTicker(time.Second)
	<-t.C
	work()
	select {}
}

func mustNot(err error) {
	if err != nil {
		panic(err)
	}
}

func die(reason string) {
	log.Print(reason)
	os.Exit(1)
}

// ServeUntilDeath leaves through a function of this package that never returns.
func ServeUntilDeath(work func() error) {
	t := time.NewTicker(time.Second)
	for {
		<-t.C
		if err := work(); err != nil {
			die(err.Error())
		}
		mustNot(work())
	}
}
