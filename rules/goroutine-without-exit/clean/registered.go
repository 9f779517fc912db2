package main

import (
	"os"
	"time"
)

type backend interface{ sync() }

// openers has one entry for each kind of backend that is built in.
var openers = map[string]func(path string) backend{}

func register(kind string, open func(path string) backend) { openers[kind] = open }

func init() { register("disk", openDisk) }

type disk struct{ path string }

func (d *disk) sync() { println(d.path) }

func openDisk(path string) backend {
	d := &disk{path: path}
	go d.syncLoop()
	return d
}

func (d *disk) syncLoop() {
	for {
		d.sync()
		time.Sleep(time.Minute)
	}
}

func main() {
	open, ok := openers[os.Args[1]]
	if !ok {
		return
	}
	open(os.Args[2]).sync()
}
