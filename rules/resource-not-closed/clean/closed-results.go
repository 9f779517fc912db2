package closed

import (
	"fmt"
	"io"
	"net/http"
)

type client struct{ client *http.Client }

// The body is closed when the function ends, by a deferred literal: only the header is wanted.
func (c *client) do(req *http.Request) (*http.Response, []byte, error) {
	resp, err := c.client.Do(req)
	if err != nil {
		return nil, nil, fmt.Errorf("do: %w", err)
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, nil, err
	}
	return resp, body, nil
}

func (c *client) tag(req *http.Request) (string, error) {
	resp, _, err := c.do(req)
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Etag"), nil
}

// The literal asks first whether there is anything.
func (c *client) head(req *http.Request) (*http.Response, error) {
	resp, err := c.client.Do(req)
	defer func() {
		if resp != nil && resp.Body != nil {
			if err := resp.Body.Close(); err != nil {
				fmt.Println(err)
			}
		}
	}()
	return resp, err
}

func (c *client) code(req *http.Request) int {
	resp, err := c.head(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
