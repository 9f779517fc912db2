// Package nats is github.com/nats-io/nats.go as far as fixtures use it.
package nats

type Conn struct{}

func Connect(url string) (*Conn, error) { return nil, nil }

func (c *Conn) Close() {}

func (c *Conn) Flush() error { return nil }

func (c *Conn) IsClosed() bool { return false }

func (c *Conn) IsConnected() bool { return false }
