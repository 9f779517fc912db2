// Package mongo is go.mongodb.org/mongo-driver/mongo as far as fixtures use it.
package mongo

import "context"

type Collection struct{}

type Cursor struct{}

func (c *Collection) Find(ctx context.Context, filter any) (*Cursor, error) { return nil, nil }

func (c *Cursor) All(ctx context.Context, results any) error { return nil }

func (c *Cursor) Close(ctx context.Context) error { return nil }

func (c *Cursor) Next(ctx context.Context) bool { return false }

func (c *Cursor) Decode(val any) error { return nil }

type Client struct{}

type Database struct{}

func (c *Client) Database(name string) *Database { return nil }

func (d *Database) Collection(name string) *Collection { return nil }

func (c *Cursor) RemainingBatchLength() int { return 0 }
