package kept

import (
	"context"
	"net"
	"net/http"
	"time"
)

var shared = &http.Client{Timeout: time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 4}}

type api struct{ client *http.Client }

func newAPI() *api {
	return &api{client: &http.Client{Timeout: time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 4}}}
}

// Other packages may keep what they are given.
func NewClient() *http.Client {
	return &http.Client{Timeout: time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 4}}
}

func use(url string) error { return ask(NewClient(), url) }

func ask(client *http.Client, url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func closed(url string) error {
	client := &http.Client{Timeout: time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 4}}
	defer client.CloseIdleConnections()
	return ask(client, url)
}

func bounded(url string) error {
	return ask(&http.Client{Timeout: time.Second, Transport: &http.Transport{IdleConnTimeout: time.Second}}, url)
}

func unkept(url string) error {
	transport := &http.Transport{MaxIdleConnsPerHost: 4}
	transport.DisableKeepAlives = true
	return ask(&http.Client{Timeout: time.Second, Transport: transport}, url)
}

func closing(url string) error {
	client := &http.Client{Timeout: time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 4}}
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	req.Close = true
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The connection belongs to the caller, who ends it.
func over(conn net.Conn, url string) error {
	client := &http.Client{Timeout: time.Second, Transport: &http.Transport{
		DialContext: func(context.Context, string, string) (net.Conn, error) { return conn, nil },
	}}
	return ask(client, url)
}
