// Package fixture: fields that somebody out of sight may close.
package fixture

import (
	"fmt"
	"io"
)

// Exported can be closed by any package.
type Exported struct {
	Lines chan string
	write func(string)
}

// NewExported starts the goroutine.
func NewExported(write func(string)) *Exported {
	e := &Exported{Lines: make(chan string), write: write}
	go func() {
		for line := range e.Lines {
			e.write(line)
		}
	}()
	e.Lines <- "first"
	return e
}

type getter struct {
	lines chan string
	write func(string)
}

func newGetter(write func(string)) *getter {
	g := &getter{lines: make(chan string), write: write}
	go g.run()
	g.lines <- "first"
	return g
}

func (g *getter) run() {
	for line := range g.lines {
		g.write(line)
	}
}

// C hands the channel out.
func (g *getter) C() chan<- string { return g.lines }

type given struct {
	lines chan string
	write func(string)
}

// The caller made the channel, and may close it.
func newGiven(lines chan string, write func(string)) *given {
	g := &given{lines: lines, write: write}
	go func() {
		for line := range g.lines {
			g.write(line)
		}
	}()
	g.lines <- "first"
	return g
}

type printed struct {
	lines chan string
	out   io.Writer
}

func newPrinted(out io.Writer, closeIt func(any)) *printed {
	p := &printed{lines: make(chan string), out: out}
	go func() {
		for line := range p.lines {
			fmt.Fprintln(p.out, line)
		}
	}()
	p.lines <- "first"
	closeIt(p.lines)
	return p
}

// Not started as a goroutine anywhere in this package.
type blocking struct{ lines chan string }

func newBlocking() *blocking { return &blocking{lines: make(chan string)} }

func (b *blocking) run(write func(string)) {
	for line := range b.lines {
		write(line)
	}
}

func (b *blocking) add(line string) { b.lines <- line }
