package fixture

// Start starts the workers.
func (p *Pool) Start(workers int) {
	for i := 0; i < workers; i++ {
		go p.work()
	}
}

// Write sends one line.
func (p *Pool) Write(line string) {
	p.lines <- line
}
