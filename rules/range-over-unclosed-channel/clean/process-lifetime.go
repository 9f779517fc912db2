// Package fixture: goroutines that may live as long as the process.
package fixture

import (
	"runtime"
	"sync"
	"time"
)

func init() {
	go func() {
		for range time.Tick(time.Minute) {
			runtime.GC()
		}
	}()
}

var once sync.Once

type registry struct {
	names chan string
	last  string
}

// One for all, made by the initialiser of a package variable.
var global = newRegistry(4)

func newRegistry(size int) *registry {
	r := &registry{names: make(chan string, size)}
	for i := 0; i < size; i++ {
		go r.run()
	}
	return r
}

func (r *registry) run() {
	for name := range r.names {
		r.last = name
	}
}

// Add adds a name to the one registry.
func Add(name string) { global.names <- name }

var lazy = sync.OnceValue(func() *counter { return newCounter(8) })

type counter struct {
	steps chan int
	total int
}

func newCounter(size int) *counter {
	c := &counter{steps: make(chan int, size)}
	go c.count()
	return c
}

func (c *counter) count() {
	for step := range c.steps {
		c.total += step
	}
}

// Step counts.
func Step(n int) { lazy().steps <- n }

type daemon struct{ work func() }

var jobs chan func()

// Enqueue starts the worker with the first job, by a method value.
func (d *daemon) Enqueue(job func()) {
	once.Do(d.startWorker)
	jobs <- job
}

func (d *daemon) startWorker() {
	jobs = make(chan func(), 8)
	go func() {
		for job := range jobs {
			job()
			d.work()
		}
	}()
}

// Trace takes nothing, so it has nothing of its own that could be done with.
func Trace() {
	go func() {
		for range time.Tick(time.Hour) {
			println(runtime.NumGoroutine())
		}
	}()
}

type command struct {
	Run func(args []string) error
}

var serve = &command{Run: runServe}

// The function of a command runs once.
func runServe(args []string) error {
	go func() {
		for range time.Tick(time.Minute) {
			println(len(args))
		}
	}()
	select {}
}
