package leaky

import "net/http"

var visits = map[string]int{}

// What a literal does is not done at startup only because the function around it runs then.
func Register(mux *http.ServeMux) {
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		visitor := r.Header.Get("X-Visitor")
		visits[visitor]++ // want "^warning: map \"visits\" only grows: Register counts under visitor"
	})
}
