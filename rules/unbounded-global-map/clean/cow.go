package clean

import "sync"

var (
	mu    sync.Mutex
	table = map[string]int{}
)

// Copied and replaced: what is not copied is gone.
func learn(sessionID string) {
	mu.Lock()
	defer mu.Unlock()
	next := make(map[string]int)
	for k, v := range table {
		if v > 0 {
			next[k] = v
		}
	}
	next[sessionID] = 1
	table = next
}

var scores = map[string]int{}

// No new key.
func decay() {
	for userID := range scores {
		scores[userID] = scores[userID] / 2
	}
}
