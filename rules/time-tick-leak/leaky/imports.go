package fixture

import stdtime "time"

func alias(exit <-chan struct{}) {
	ticks := stdtime.Tick(stdtime.Second) // want "nobody can stop it"
	select {
	case <-ticks:
	case <-exit:
	}
}
