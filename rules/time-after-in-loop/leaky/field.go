package fixture

import "time"

type producer struct {
	in     chan string
	out    chan []string
	buffer []string
	timer  <-chan time.Time
}

func (p *producer) run() {
	for {
		select {
		case msg, ok := <-p.in:
			if !ok {
				return
			}
			p.buffer = append(p.buffer, msg)
			if p.timer == nil {
				p.timer = time.After(time.Second) // want "warning: each .p.rollOver\(\). at line 25 leaves timer \"p.timer\" from time.After pending for time.Second"
			}
		case <-p.timer:
		case p.out <- p.buffer:
			p.rollOver()
		}
	}
}

func (p *producer) rollOver() {
	p.timer = nil
	p.buffer = nil
}
