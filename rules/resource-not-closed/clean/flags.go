package pages

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
)

func find(name string) (*os.File, bool) {
	page, err := os.Open(name)
	if err != nil {
		return nil, false
	}
	if info, err := page.Stat(); err != nil || info.IsDir() {
		page.Close()
		return nil, false
	}
	return page, true
}

// Where there is no page there is no file.
func show(w io.Writer, name string) error {
	page, found := find(name)
	if !found {
		return os.ErrNotExist
	}
	defer page.Close()
	_, err := io.Copy(w, page)
	return err
}

type getter interface {
	Get(url string) (*http.Response, []byte, error)
}

type reading struct{ client *http.Client }

func (r reading) Get(url string) (*http.Response, []byte, error) {
	resp, err := r.client.Get(url)
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return resp, text, err
}

// The only type of the package behind the interface closes what it gives.
func list(from getter, url string) (names []string, err error) {
	resp, text, err := from.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, os.ErrNotExist
	}
	return names, json.Unmarshal(text, &names)
}

type prober struct {
	ask func(conn net.Conn, req *http.Request) (*http.Response, error)
}

// What is read off a connection by hand ends with it.
func (p prober) version(conn net.Conn, req *http.Request) (string, error) {
	defer conn.Close()
	resp, err := p.ask(conn, req)
	if err != nil {
		return "", err
	}
	return resp.Header.Get("X-Version"), nil
}
