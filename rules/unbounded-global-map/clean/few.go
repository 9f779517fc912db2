package clean

import "sync"

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
