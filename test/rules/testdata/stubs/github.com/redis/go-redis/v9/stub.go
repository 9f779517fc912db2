// Package redis is github.com/redis/go-redis/v9 as far as fixtures use it.
package redis

import "context"

type Options struct{ Addr string }

type Client struct{}

type PubSub struct{}

type Message struct{ Payload string }

func NewClient(opt *Options) *Client { return nil }

func (c *Client) Close() error { return nil }

func (c *Client) Ping(ctx context.Context) error { return nil }

func (c *Client) Subscribe(ctx context.Context, channels ...string) *PubSub { return nil }

func (c *PubSub) Close() error { return nil }

func (c *PubSub) ReceiveMessage(ctx context.Context) (*Message, error) { return nil, nil }
