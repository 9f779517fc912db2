// Package s3 is github.com/aws/aws-sdk-go-v2/service/s3 as far as fixtures use it.
package s3

import (
	"context"
	"io"
)

type Client struct{}

type GetObjectInput struct{ Bucket, Key *string }

type GetObjectOutput struct {
	Body          io.ReadCloser
	ContentLength *int64
}

func (c *Client) GetObject(ctx context.Context, params *GetObjectInput) (*GetObjectOutput, error) {
	return nil, nil
}
