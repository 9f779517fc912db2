package outputs

import (
	"io"
	"time"
)

type output struct{ path string }

func (o *output) Close() error { return nil }

func (o *output) flush() { println(o.path) }

// A literal that init registers.
func newRolling(path string) *output {
	o := &output{path: path}
	go func() {
		for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 17 outlives its owner"
			time.Sleep(time.Second)
			o.flush()
		}
	}()
	return o
}

// A literal in the table that a package variable is.
func newPlain(path string) *output {
	o := &output{path: path}
	go func() {
		for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 29 outlives its owner"
			time.Sleep(time.Second)
			o.flush()
		}
	}()
	return o
}

// The function itself in that table.
func newQuiet(path string) (io.Closer, error) {
	o := &output{path: path}
	go func() {
		for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 41 outlives its owner"
			time.Sleep(time.Second)
			o.flush()
		}
	}()
	return o, nil
}

// A literal that init puts into the table.
func newSlow(path string) *output {
	o := &output{path: path}
	go func() {
		for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 53 outlives its owner"
			time.Sleep(time.Minute)
			o.flush()
		}
	}()
	return o
}

// The function itself in a list.
func newOther(path string) (io.Closer, error) {
	o := &output{path: path}
	go func() {
		for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 65 outlives its owner"
			time.Sleep(time.Minute)
			o.flush()
		}
	}()
	return o, nil
}
