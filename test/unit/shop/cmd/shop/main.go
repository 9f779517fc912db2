package main

import (
	"net/http"

	"example.com/shop/poll"
	"example.com/shop/web"
)

func main() {
	poll.Watch(func() { println("still there") })
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		status, err := web.Status(r.FormValue("url"))
		if err != nil {
			status = http.StatusBadGateway
		}
		w.WriteHeader(status)
	})
	_ = http.ListenAndServe(":8080", nil)
}
