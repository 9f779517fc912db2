package fixture

func (p *Pool) work() {
	for line := range p.lines { // want "warning: nothing in the package closes .p.lines., so this loop never ends and the goroutine started in start.go at line 6 stays for ever"
		p.write(line)
	}
}
