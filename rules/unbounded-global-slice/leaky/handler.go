package leaky

import "net/http"

var paths []string

func serve(w http.ResponseWriter, r *http.Request) {
	paths = append(paths, r.URL.Path) // want "^warning: slice \"paths\" only grows: serve appends to it, and nothing in this package removes entries$"
}

var agents []string

func Routes(mux *http.ServeMux) {
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		agents = append(agents, r.UserAgent()) // want "^warning: slice \"agents\" only grows: Routes appends to it"
	})
}
