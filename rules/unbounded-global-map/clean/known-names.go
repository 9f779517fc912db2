package clean

import (
	"errors"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"
)

type site struct{ root string }

var sites = map[string]*site{"a": {}, "b": {}}

var siteHits = map[string]int{}

// Only the names of what is there are counted.
func countSite(w http.ResponseWriter, r *http.Request) {
	asked := r.PathValue("what")
	if _, ok := sites[asked]; !ok {
		http.NotFound(w, r)
		return
	}
	siteHits[asked]++
}

func find(text string) (*site, error) {
	if s := sites[text]; s != nil {
		return s, nil
	}
	return nil, errors.New("unknown")
}

var foundHits = map[string]int{}

func countFound(w http.ResponseWriter, r *http.Request) {
	asked := r.FormValue("what")
	if _, err := find(asked); err != nil {
		http.NotFound(w, r)
		return
	}
	noteFound(asked)
}

func noteFound(what string) { foundHits[what]++ }

var modes = []string{"fast", "slow"}

var modeHits = map[string]int{}

func countMode(w http.ResponseWriter, r *http.Request) {
	given := r.Header.Get("X-Given")
	if slices.Contains(modes, given) {
		modeHits[given]++
	}
	switch given {
	case "fast", "slow":
		modeHits[given]++
	}
}

var addressHits = map[string]int{}

// The addresses that the program itself listens on and has dialed.
func countOwn(conn net.Conn) {
	addressHits[conn.LocalAddr().String()]++
}

func dialOwn(address string) error {
	conn, err := net.DialTimeout("tcp", address, time.Second)
	if err != nil {
		return err
	}
	defer conn.Close()
	var greeting [8]byte
	if _, err := conn.Read(greeting[:]); err != nil {
		return err
	}
	greeted[greeting] = true
	return nil
}

var greeted = map[[8]byte]bool{}

// One for each request: it goes with it.
type basketOf struct {
	mu    sync.Mutex
	names map[string]int
}

func newBasketOf() *basketOf { return &basketOf{names: map[string]int{}} }

func (b *basketOf) put(what string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.names[what]++
}

func fillBasket(w http.ResponseWriter, r *http.Request) {
	b := newBasketOf()
	for _, what := range r.Form["what"] {
		b.put(what)
	}
}

type throttle struct {
	mu    sync.Mutex
	since map[string]int
}

// Made anew when it is asked for.
func (t *throttle) reset() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.since = make(map[string]int)
}

func (t *throttle) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.since[r.RemoteAddr]++
}

func newThrottle() *throttle {
	t := &throttle{}
	t.since = map[string]int{}
	go t.reset()
	return t
}
