// Package client is github.com/docker/docker/client as far as fixtures use it.
package client

import (
	"context"
	"io"
)

type Client struct{}

func (cli *Client) ImagePull(ctx context.Context, ref string, options any) (io.ReadCloser, error) {
	return nil, nil
}
