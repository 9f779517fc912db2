package fixture

import "time"

func stopped(update func(), exit <-chan struct{}) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			update()
		case <-exit:
			return
		}
	}
}
