package leaky

import (
	"crypto/rand"
	"encoding/hex"
	mathrand "math/rand"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

var (
	issuedMu sync.Mutex
	issued   = map[string]time.Time{}
)

func nonce() string {
	var raw [24]byte
	if _, err := rand.Read(raw[:]); err != nil {
		panic(err)
	}
	return hex.EncodeToString(raw[:])
}

// A random key for each form that is shown.
func issue(w http.ResponseWriter) string {
	made := nonce()
	issuedMu.Lock()
	defer issuedMu.Unlock()
	issued[made] = time.Now() // want "^warning: map \"issued\" only grows: issue stores under made, and nothing in this package removes entries$"
	return made
}

type desk struct {
	mu      sync.Mutex
	next    int
	waiting map[int]string
}

var front = &desk{waiting: map[int]string{}}

// A number for each request, which a method counts up.
func (d *desk) take(what string) int {
	d.mu.Lock()
	defer d.mu.Unlock()
	number := d.next
	d.next++
	d.waiting[number] = what // want "^warning: map \"front.waiting\" only grows: desk.take stores under number"
	return number
}

func serveDesk(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Number", strconv.Itoa(front.take("a form")))
}

const letters = "abcdefghijklmnopqrstuvwxyz"

func word(n int) string {
	var made strings.Builder
	for i := 0; i < n; i++ {
		made.WriteByte(letters[mathrand.Intn(len(letters))])
	}
	return made.String()
}

var shares sync.Map

func share(w http.ResponseWriter, r *http.Request) {
	shares.Store(word(8), time.Now()) // want "^warning: map \"shares\" only grows: share stores under word\\(8\\)"
}

type line struct{ number int }

var lines = map[*line]bool{}

// A value of its own for each connection that a loop accepts.
func acceptLines(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		conn.Close()
		one := &line{}
		lines[one] = true // want "^warning: map \"lines\" only grows: acceptLines stores under one"
	}
}
