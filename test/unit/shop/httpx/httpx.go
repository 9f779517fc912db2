// Package httpx is what all talk to others with.
package httpx

import (
	"io"
	"net/http"
)

// Get hands the open response on.
func Get(url string) (*http.Response, error) {
	return http.Get(url)
}

// Drain reads to the end, and closes.
func Drain(resp *http.Response) error {
	return drain(resp.Body)
}

func drain(body io.ReadCloser) error {
	defer body.Close()
	_, err := io.Copy(io.Discard, body)
	return err
}
