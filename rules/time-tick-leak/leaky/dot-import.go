package fixture

import . "time"

func dot(exit <-chan struct{}) {
	ticks := Tick(Second) // want "nobody can stop it"
	select {
	case <-ticks:
	case <-exit:
	}
}
