// Package fixture: another file closes the field.
package fixture

// Pool writes lines.
type Pool struct {
	lines chan string
	write func(string)
}

// New starts a Pool.
func New(write func(string)) *Pool {
	p := &Pool{lines: make(chan string), write: write}
	go p.work()
	return p
}

func (p *Pool) work() {
	for line := range p.lines {
		p.write(line)
	}
}

// Write sends one line.
func (p *Pool) Write(line string) { p.lines <- line }
