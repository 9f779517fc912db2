package clean

import (
	"net/http"
	"sync"
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

var (
	checked   = map[string]bool{}
	checkedMu sync.Mutex
)

// What comes with its response was sent by the program itself.
func checkClock(r *http.Request, resp *http.Response) {
	if resp.Header.Get("Date") == "" {
		return
	}
	checkedMu.Lock()
	defer checkedMu.Unlock()
	checked[r.URL.Host] = true
}
