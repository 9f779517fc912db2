// Package bbolt declares what fixtures use of go.etcd.io/bbolt.
package bbolt

import "io/fs"

type DB struct{}

type Options struct{}

type Tx struct{}

type Bucket struct{}

func Open(path string, mode fs.FileMode, options *Options) (*DB, error) { return nil, nil }

func (d *DB) Begin(writable bool) (*Tx, error) { return nil, nil }

func (d *DB) Close() error { return nil }

func (t *Tx) Bucket(name []byte) *Bucket { return nil }

func (t *Tx) Rollback() error { return nil }

func (b *Bucket) Get(key []byte) []byte { return nil }
