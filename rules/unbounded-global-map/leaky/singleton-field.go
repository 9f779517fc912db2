package leaky

import "sync"

type hub struct {
	mu    sync.Mutex
	peers map[string]int
}

var defaultHub = &hub{peers: map[string]int{}}

type node struct{ peers map[string]int }

// forget takes entries out of another container with the same name.
func (n *node) forget(id string) { delete(n.peers, id) }

func (h *hub) Seen(peerID string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.peers[peerID]++ // want "^warning: map \"defaultHub.peers\" only grows: hub.Seen counts under peerID"
}

var counts = struct {
	sync.Mutex
	bySession map[string]int
}{bySession: map[string]int{}}

func Count(sessionID string) {
	counts.Lock()
	defer counts.Unlock()
	counts.bySession[sessionID]++ // want "^warning: map \"counts.bySession\" only grows: Count counts under sessionID"
}
