package leaky

import (
	"net/http"
	"sync"
)

type visit struct{ count int }

// One for a server: made once, and shared by the goroutines of its requests.
type limiter struct {
	mu     sync.Mutex
	visits map[string]*visit
	paths  map[string]int
}

func newLimiter() *limiter {
	return &limiter{visits: map[string]*visit{}, paths: map[string]int{}}
}

func (l *limiter) allow(remoteIP string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	v, ok := l.visits[remoteIP]
	if !ok {
		v = &visit{}
		l.visits[remoteIP] = v // want "^warning: map \"limiter.visits\" only grows: limiter.allow stores under remoteIP, and nothing in this package removes entries$"
	}
	v.count++
	return v.count < 100
}

// What a client asks for may be anything, though paths are as a rule those that somebody configured.
func (l *limiter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.paths[r.URL.Path]++ // want "^warning: map \"limiter.paths\" only grows: limiter.ServeHTTP counts under r.URL.Path"
}

func serve() error { return http.ListenAndServe(":8080", newLimiter()) }
