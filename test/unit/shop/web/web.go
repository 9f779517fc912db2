package web

import (
	"net/http"

	"example.com/shop/httpx"
)

// Status forgets the body that httpx opened.
func Status(url string) (int, error) {
	resp, err := httpx.Get(url)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Settled leaves the body to httpx.
func Settled(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, httpx.Drain(resp)
}
