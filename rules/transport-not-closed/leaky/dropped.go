package dropped

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"time"
)

func check(ctx context.Context, url, host string) error {
	transport := &http.Transport{TLSClientConfig: &tls.Config{ServerName: host}} // want "warning: each call makes an http.Transport of its own"
	client := &http.Client{Transport: transport, Timeout: time.Second}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func newClient(local net.Addr) *http.Client {
	dialer := &net.Dialer{LocalAddr: local, Timeout: time.Second}
	client := &http.Client{}
	client.Transport = &http.Transport{DialContext: dialer.DialContext} // want "error: each call makes an http.Transport of its own"
	return client
}

func status(local net.Addr, url string) (string, error) {
	client := newClient(local)
	client.Timeout = time.Minute
	return get(client, url)
}

func get(client *http.Client, url string) (string, error) {
	resp, err := client.Get(url)
	if err != nil {
		return "", err
	}
	resp.Body.Close()
	return resp.Status, nil
}
