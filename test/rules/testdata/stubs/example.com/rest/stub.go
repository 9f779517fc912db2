// Package rest is what fixtures believe of a client that cannot be seen.
package rest

import (
	"io"
	"net/http"
)

type Client struct{}

// Text is an answer that has been read.
type Text struct {
	StatusCode int
	Body       string
}

// Called is an answer with methods in place of fields.
type Called struct{}

func (c *Client) Send(args ...any) (*http.Response, error) { return nil, nil }

func (c *Client) Open(path string) (*http.Response, error) { return nil, nil }

func (c *Client) Text(path string) (*Text, error) { return nil, nil }

func (c *Client) Call(path string) (*Called, error) { return nil, nil }

func (c *Called) StatusCode() int { return 0 }

func (c *Called) Body() io.Reader { return nil }

func Fetch(path string) (*http.Response, error) { return nil, nil }
