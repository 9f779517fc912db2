package open

import (
	"fmt"
	"io"
	"net/http"
)

type client struct{ client *http.Client }

// The deferred literal closes the body only where there is an error.
func (c *client) do(req *http.Request) (_ *http.Response, err error) {
	resp, err := c.client.Do(req)
	if err != nil {
		return nil, fmt.Errorf("do: %w", err)
	}
	defer func() {
		if err != nil {
			_ = resp.Body.Close()
		}
	}()
	if _, err = io.CopyN(io.Discard, resp.Body, 512); err != nil {
		return nil, err
	}
	return resp, nil
}

func (c *client) tag(req *http.Request) (string, error) {
	resp, err := c.do(req) // want "response body \"resp\" from do is not closed"
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Etag"), nil
}
