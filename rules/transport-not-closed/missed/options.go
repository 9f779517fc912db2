package options

import (
	"net/http"
	"time"
)

type option func(*http.Transport)

// Whoever sets the options may keep the transport.
func get(url string, options []option) (*http.Response, error) {
	transport := &http.Transport{MaxIdleConnsPerHost: 4}
	for _, set := range options {
		set(transport)
	}
	return (&http.Client{Timeout: time.Second, Transport: transport}).Get(url)
}
