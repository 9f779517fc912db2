// Command fixture: also in a program a handler runs once for each request.
package main

import "net/http"

func main() {
	http.HandleFunc("/watch", func(w http.ResponseWriter, r *http.Request) {
		watch(r.URL.Path)
	})
	_ = http.ListenAndServe("localhost:0", nil)
}
