package clean

import (
	"sync"
	"time"
)

var specialUsers struct {
	sync.Mutex
	names map[string][]byte
}

// By its name there are few of them.
func SetSpecialUser(userName string, password []byte) {
	specialUsers.Lock()
	defer specialUsers.Unlock()
	specialUsers.names[userName] = password
}

var pulses sync.Map

// As many as there are intervals in the configuration.
func pulseOf(interval time.Duration) *sync.Cond {
	pulse, _ := pulses.LoadOrStore(interval, sync.NewCond(&sync.Mutex{}))
	return pulse.(*sync.Cond)
}
