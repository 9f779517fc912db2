package helpers

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// refused reads what the server says.
func refused(resp *http.Response) error {
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return fmt.Errorf("%s: %s", resp.Status, text)
}

// named reads no more than the first value.
func named(resp *http.Response) error {
	var name string
	if err := json.NewDecoder(resp.Body).Decode(&name); err != nil {
		return err
	}
	return fmt.Errorf("%s: %s", resp.Status, name)
}

func whole(body io.Reader) []byte {
	text, _ := io.ReadAll(body)
	return text
}

func some(body io.Reader, all bool) []byte {
	if !all {
		return nil
	}
	return whole(body)
}

func get(client *http.Client, url string) (io.ReadCloser, error) {
	resp, err := client.Get(url) // want "note: response body \"resp\" from client.Get is not closed"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, refused(resp)
	}
	return resp.Body, nil
}

func getNamed(client *http.Client, url string) (io.ReadCloser, error) {
	resp, err := client.Get(url) // want "warning: response body \"resp\" from client.Get is not closed"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, named(resp)
	}
	return resp.Body, nil
}

func text(client *http.Client, url string) ([]byte, error) {
	resp, err := client.Get(url) // want "warning: response body \"resp\" from client.Get is not closed"
	if err != nil {
		return nil, err
	}
	return whole(resp.Body), nil
}

func begun(client *http.Client, url string) ([]byte, error) {
	resp, err := client.Get(url) // want "warning: response body \"resp\" from client.Get is not closed"
	if err != nil {
		return nil, err
	}
	return some(resp.Body, false), nil
}
