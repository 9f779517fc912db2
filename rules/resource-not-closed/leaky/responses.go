package client

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

var errStatus = errors.New("status")

type requester interface {
	Do(*http.Request) (*http.Response, error)
}

type api struct {
	client    *http.Client
	transport http.RoundTripper
	requester requester
	fetch     func(url string) (*http.Response, error)
}

func (a *api) neverClosed(url string) ([]byte, error) {
	resp, err := a.client.Get(url) // want "note: response body \"resp\" from a.client.Get is not closed when the function returns at line 31"
	if err != nil {
		return nil, err
	}
	data, _ := io.ReadAll(resp.Body)
	return data, nil
}

func (a *api) statusBeforeDefer(req *http.Request, v any) error {
	resp, err := a.client.Do(req) // want "warning: response body \"resp\" from a.client.Do is not closed when the function returns at line 40"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}

func (a *api) errorOrStatus(url string) bool {
	resp, err := http.Post(url, "text/plain", bytes.NewReader(nil)) // want "warning: response body \"resp\" from http.Post is not closed when the function returns at line 49"
	if err != nil || resp.StatusCode >= 400 {
		return false
	}
	resp.Body.Close()
	return true
}

func (a *api) returnsTheBody(req *http.Request) (io.ReadCloser, error) {
	resp, err := a.transport.RoundTrip(req) // want "warning: response body \"resp\" from a.transport.RoundTrip is not closed when the function returns at line 61"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	return resp.Body, nil
}

func (a *api) ofOwnInterface(req *http.Request) (int, error) {
	resp, err := a.requester.Do(req) // want "warning: response body \"resp\" from a.requester.Do"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (a *api) ofFunctionValue(url string) error {
	_, err := a.fetch(url) // want "warning: nothing holds the response body from a.fetch, so nobody can close it"
	return err
}

func (a *api) closedForOneStatus(url string) error {
	resp, err := http.DefaultClient.Get(url) // want "warning: response body \"resp\" from http.DefaultClient.Get is not closed when the function returns at line 88"
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case http.StatusOK:
		return resp.Body.Close()
	case http.StatusNotFound:
		return errStatus
	}
	resp.Body.Close()
	return nil
}

func (a *api) poll(urls []string) {
	for _, url := range urls {
		resp, err := http.Get(url) // want "warning: response body \"resp\" from http.Get is made anew in each pass of the loop at line 95"
		if err != nil {
			continue
		}
		fmt.Println(resp.Status)
	}
}

func retry(f func() error) error { return f() }

// The response comes out of the closure, and nobody closes it.
func (a *api) inClosure(url string) ([]byte, error) {
	var resp *http.Response
	err := retry(func() (err error) {
		resp, err = a.client.Get(url) // want "note: response body \"resp\" from a.client.Get is not closed when the function returns at line 117"
		return err
	})
	if err != nil {
		return nil, err
	}
	data, _ := io.ReadAll(resp.Body)
	return data, nil
}

func (a *api) otherSpellings(url string) error {
	resp, problem := http.Get(url) // want "warning: response body \"resp\" from http.Get is not closed when the function returns at line 125"
	switch problem {
	case nil:
		if resp.ContentLength == 0 {
			return errStatus
		}
	default:
		return problem
	}
	return resp.Body.Close()
}

// A directive for bodyclose says nothing to us: that linter is silenced for false alarms, too.
func silencedElsewhere(client *http.Client, url string) (int, error) {
	resp, err := client.Get(url) //nolint:bodyclose // want "response body \"resp\" from client.Get is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Only the way of an unwelcome answer leaves the body unread.
func (a *api) text(url string) (string, error) {
	resp, err := a.client.Get(url) // want "warning: .* not closed when the function returns at line"
	if err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", url, resp.Status)
	}
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}
