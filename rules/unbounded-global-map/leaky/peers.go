package leaky

import (
	"encoding/json"
	"net"
	"net/http"
	"sync"
	"time"
)

var recentHits = map[string][]time.Time{}

// The host of the address of a client, whatever the variable is called.
func limited(w http.ResponseWriter, r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	left := recentHits[host][:0]
	for _, at := range recentHits[host] {
		if time.Since(at) < time.Second {
			left = append(left, at)
		}
	}
	if len(left) > 100 {
		recentHits[host] = left
		return true
	}
	recentHits[host] = append(left, time.Now()) // want "^warning: map \"recentHits\" only grows: limited stores under host \\(so does one other place\\), and nothing in this package removes entries$"
	return false
}

type hitKey struct{ who, what string }

var hitCounts = map[hitKey]int{}

func hit(k hitKey) { hitCounts[k]++ } // want "^warning: map \"hitCounts\" only grows: hit counts under k"

func countHits(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hit(hitKey{who: r.RemoteAddr, what: r.URL.Path})
		next.ServeHTTP(w, r)
	})
}

type quota struct {
	mu      sync.Mutex
	buckets map[string]int
}

// The map is made by an assignment; the quota serves all requests of a handler.
func newQuota() *quota {
	q := &quota{}
	q.buckets = make(map[string]int)
	return q
}

func (q *quota) handler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if q.allow(r.RemoteAddr) {
			next.ServeHTTP(w, r)
		}
	})
}

func (q *quota) allow(key string) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.buckets[key]++ // want "^warning: map \"quota.buckets\" only grows: quota.allow counts under key, and nothing in this package removes entries$"
	return q.buckets[key] < 100
}

func serveQuota(next http.Handler) http.Handler { return newQuota().handler(next) }

var datagrams = map[string]int{}

func readDatagrams(conn net.PacketConn) {
	packet := make([]byte, 1500)
	for {
		n, from, err := conn.ReadFrom(packet)
		if err != nil {
			return
		}
		datagrams[from.String()] += n // want "^warning: map \"datagrams\" only grows: readDatagrams counts under from.String\\(\\)"
	}
}

type announcement struct{ Name string }

var announced = map[string]time.Time{}

// What a body says is of the request.
func announce(w http.ResponseWriter, r *http.Request) {
	var in announcement
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	announced[in.Name] = time.Now() // want "^warning: map \"announced\" only grows: announce stores under in.Name"
}

type device struct {
	id   [16]byte
	conn net.Conn
}

type hubOfDevices struct {
	mu      sync.Mutex
	devices map[[16]byte]*device
	ever    map[[16]byte]bool
}

func newHubOfDevices() *hubOfDevices {
	return &hubOfDevices{devices: map[[16]byte]*device{}, ever: map[[16]byte]bool{}}
}

func (h *hubOfDevices) serve(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go h.attend(conn)
	}
}

func (h *hubOfDevices) attend(conn net.Conn) {
	defer conn.Close()
	d := &device{conn: conn}
	if _, err := conn.Read(d.id[:]); err != nil {
		return
	}
	h.register(d)
	defer h.unregister(d)
	conn.Read(make([]byte, 1500))
}

// A function may be called register though it runs for each connection.
func (h *hubOfDevices) register(d *device) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.devices[d.id] = d
	h.ever[d.id] = true // want "^warning: map \"hubOfDevices.ever\" only grows: hubOfDevices.register stores under d.id"
}

func (h *hubOfDevices) unregister(d *device) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.devices, d.id)
}

var theHub = newHubOfDevices
