package clean

import (
	"net/http"
	"sync"
)

// One for each request.
type tally struct {
	mu    sync.Mutex
	users map[string]int
}

func newTally() *tally { return &tally{users: map[string]int{}} }

func (t *tally) add(userID string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.users[userID]++
}

func count2(w http.ResponseWriter, r *http.Request) {
	t := newTally()
	t.add(r.FormValue("user"))
}

// One for each of many: methods make it.
type basket struct {
	mu    sync.Mutex
	users map[string]int
}

func (b *basket) split() *basket { return &basket{users: map[string]int{}} }

func (b *basket) put(userID string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.users[userID]++
}

// Entries leave when users do.
type presence struct {
	mu   sync.Mutex
	seen map[string]bool
}

func newPresence() *presence { return &presence{seen: map[string]bool{}} }

func (p *presence) enter(userID string) { p.seen[userID] = true }

func (p *presence) leave(userID string) { delete(p.seen, userID) }

// There for one connection, by its name.
type wireSession struct {
	mu    sync.Mutex
	users map[string]int
}

func newWireSession() *wireSession { return &wireSession{users: map[string]int{}} }

func (s *wireSession) add(userID string) { s.users[userID]++ }

// What stands in for a database while trying out.
type memoryStore struct {
	mu    sync.Mutex
	users map[string]int
}

func newMemoryStore() *memoryStore { return &memoryStore{users: map[string]int{}} }

func (s *memoryStore) add(userID string) { s.users[userID]++ }
