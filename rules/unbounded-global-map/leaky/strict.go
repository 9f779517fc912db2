package leaky

import "fmt"

var patterns = map[string]string{}

// Any text may come in as a pattern: medium confidence.
func Prepare(text string, prefix bool) string {
	key := fmt.Sprintf("%s:%v", text, prefix)
	if known, ok := patterns[key]; ok {
		return known
	}
	prepared := "^" + text
	patterns[key] = prepared // want "^warning: map \"patterns\" only grows: Prepare stores under key"
	return prepared
}

var clients = map[string]int{}

// Hosts are configured: a note.
func clientFor(host string) int {
	if _, ok := clients[host]; !ok {
		clients[host] = len(host) // want "^note: map \"clients\" only grows: clientFor stores under host"
	}
	return clients[host]
}

var Sessions = map[string]int{}

// Another package could take out what this one does not: a note.
func Touch(sessionID string) {
	Sessions[sessionID]++ // want "^note: map \"Sessions\" only grows: Touch counts under sessionID, and nothing in this package removes entries; other packages could$"
}

var pinged = map[string]int{}

// What lists hold comes and goes more slowly than what requests bring: medium confidence.
func pingAll(clients []string) {
	for _, client := range clients {
		ping(client)
	}
}

func ping(client string) {
	pinged[client] = pinged[client] + 1 // want "^warning: map \"pinged\" only grows: ping counts under client"
}
