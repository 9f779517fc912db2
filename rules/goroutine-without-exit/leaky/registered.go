package main

import (
	"bufio"
	"os"
	"time"
)

type store interface{ flush() }

// makers has one entry for each kind of store that is built in.
var makers = map[string]func(path string) store{}

func register(kind string, open func(path string) store) { makers[kind] = open }

func init() { register("disk", makeDisk) }

type diskStore struct{ path string }

func (d *diskStore) flush() { println(d.path) }

func makeDisk(path string) store {
	d := &diskStore{path: path}
	go d.flushLoop()
	return d
}

func (d *diskStore) flushLoop() {
	for { // want "warning: this loop has no way out"
		d.flush()
		time.Sleep(time.Minute)
	}
}

func main() {
	in := bufio.NewReader(os.Stdin)
	for {
		path, err := in.ReadString('\n')
		if err != nil {
			return
		}
		makers["disk"](path).flush()
	}
}
