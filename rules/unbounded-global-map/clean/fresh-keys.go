package clean

import (
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"sync"
	"time"
)

func fresh() string {
	b := make([]byte, 16)
	_, _ = rand.Read(b)
	return hex.EncodeToString(b)
}

var pending = map[string]time.Time{}

// What has been asked for is taken out when it is used.
func begin(w http.ResponseWriter) {
	pending[fresh()] = time.Now()
}

func finish(w http.ResponseWriter, r *http.Request) {
	delete(pending, r.FormValue("key"))
}

const atMost = 1000

var tokens = map[string]int{}

// As many as fit, then none are left.
func issueToken(w http.ResponseWriter) {
	if len(tokens) >= atMost {
		clear(tokens)
	}
	tokens[fresh()] = 1
}

var workers = map[string]int{}

// Once, when the program starts.
func startWorkers(n int) {
	for i := 0; i < n; i++ {
		workers[fresh()] = i
	}
}

func init() { startWorkers(4) }

type shardOf struct {
	mu    sync.Mutex
	parts map[int]int
}

var shardCounts = &shardOf{parts: map[int]int{}}

// Positions, up to a number.
func (s *shardOf) fill(w http.ResponseWriter) {
	for i := 0; i < 16; i++ {
		s.parts[i]++
	}
}

func serveShards(w http.ResponseWriter, r *http.Request) { shardCounts.fill(w) }
