package clean

import "net/http"

var recent []string

func serve(w http.ResponseWriter, r *http.Request) {
	recent = append(recent, r.URL.Path)
	if len(recent) > 100 {
		recent = recent[1:]
	}
}

var batch []string

func collect(w http.ResponseWriter, r *http.Request) {
	batch = append(batch, r.URL.Path)
}

func flush() []string {
	full := batch
	batch = nil
	return full
}

var plugins []string

// How often this runs is not seen.
func Add(name string) { plugins = append(plugins, name) }

var names []string

func init() {
	for _, name := range []string{"a", "b"} {
		names = append(names, name)
	}
}

var pool []int

func release(w http.ResponseWriter, r *http.Request) { pool = append(pool, 1) }

func acquire() int {
	last := pool[len(pool)-1]
	pool = pool[:len(pool)-1]
	return last
}
