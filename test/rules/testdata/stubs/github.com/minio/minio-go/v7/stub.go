// Package minio declares what fixtures use of github.com/minio/minio-go/v7.
package minio

import "context"

type Client struct{}

type Object struct{}

type ObjectInfo struct{}

type GetObjectOptions struct{}

func (c *Client) GetObject(ctx context.Context, bucket, name string, options GetObjectOptions) (*Object, error) {
	return nil, nil
}

func (o *Object) Stat() (ObjectInfo, error) { return ObjectInfo{}, nil }

func (o *Object) Close() error { return nil }
