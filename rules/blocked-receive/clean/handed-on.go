// Package fixture: who gets the channel feeds it, closes it, hands it on, or is not known; nobody is handed the last one.
package fixture

import (
	"os/signal"
	"syscall"

	"os"
)

type job struct{ done chan struct{} }

func (j *job) run(done chan struct{}) { j.done = done }

func (j *job) end() { close(j.done) }

func feeds(c chan int)           { c <- 1 }
func closes(c chan int)          { close(c) }
func hands(c chan int)           { feeds(c) }
func registers(c chan os.Signal) { signal.Notify(c, syscall.SIGHUP) }

// All of them end.
func All(unknown func(chan int), j *job) {
	a, b, c, d := make(chan int), make(chan int), make(chan int), make(chan int)
	go feeds(a)
	go closes(b)
	go hands(c)
	go unknown(d)
	<-a
	<-b
	<-c
	<-d
	kept := make(chan struct{})
	go j.run(kept)
	<-kept
	signals := make(chan os.Signal, 1)
	registers(signals)
	<-signals
}

// Serve wants to wait for ever.
func Serve(work func()) {
	go work()
	forever := make(chan struct{})
	<-forever
}
