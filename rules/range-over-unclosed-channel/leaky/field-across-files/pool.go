// Package fixture: the channel is made, fed and read in three files, and closed in none.
package fixture

// Pool holds what is to be written.
type Pool struct {
	lines chan string
	write func(string)
}

// New makes a Pool; Start starts it.
func New(write func(string)) *Pool {
	p := &Pool{write: write}
	p.lines = make(chan string)
	return p
}
