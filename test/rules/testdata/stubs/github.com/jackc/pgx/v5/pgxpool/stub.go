// Package pgxpool is github.com/jackc/pgx/v5/pgxpool as far as fixtures use it.
package pgxpool

import "context"

type Pool struct{}

type Conn struct{}

func (p *Pool) Acquire(ctx context.Context) (*Conn, error) { return nil, nil }

func (c *Conn) Release() {}

func (c *Conn) Ping(ctx context.Context) error { return nil }
