package fixture

import "time"

type batcher struct {
	in    chan int
	timer <-chan time.Time
}

func (b *batcher) run(flush func()) {
	for {
		select {
		case _, ok := <-b.in:
			if !ok {
				return
			}
			if b.timer == nil {
				b.timer = time.After(time.Second)
			}
		case <-b.timer:
			flush()
			b.timer = nil
		}
	}
}
