package fixture

// Stop ends the worker.
func (p *Pool) Stop() { close(p.lines) }
