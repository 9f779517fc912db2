// Package fixture: Close would stop the field, but a constructor that fails gives the owner to nobody.
package fixture

import (
	"errors"
	"time"
)

type committer struct {
	ticker *time.Ticker
	name   string
}

func (c *committer) Close() error {
	c.ticker.Stop()
	return nil
}

func (c *committer) load() error {
	if c.name == "" {
		return errors.New("no name")
	}
	return nil
}

func newCommitter(name string) (*committer, error) {
	c := &committer{
		ticker: time.NewTicker(time.Second), // want "warning: .*ticker.*line 32"
		name:   name,
	}
	if err := c.load(); err != nil {
		return nil, err
	}
	return c, nil
}

func newCommitterByAssignment(name string) (*committer, error) {
	c := &committer{name: name}
	c.ticker = time.NewTicker(time.Second) // want "warning: .*ticker.*line 41"
	if err := c.load(); err != nil {
		return nil, err
	}
	return c, nil
}

// Before the field is filled there is nothing to drop, after it there is.
func newCommitterLate(name string, check func() error) (*committer, error) {
	c := &committer{name: name}
	if err := c.load(); err != nil {
		return nil, err
	}
	c.ticker = time.NewTicker(time.Second) // want "warning: .*ticker.*line 54"
	if err := check(); err != nil {
		return nil, err
	}
	return c, nil
}

// The ticker is still a local when the first return misses it.
func newCommitterFromLocal(name string, check func() error) (*committer, error) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 63"
	if err := check(); err != nil {
		return nil, err
	}
	return &committer{ticker: t, name: name}, nil
}
