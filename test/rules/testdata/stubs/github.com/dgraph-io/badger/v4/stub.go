// Package badger is github.com/dgraph-io/badger/v4 as far as fixtures use it.
package badger

type DB struct{}

type Txn struct{}

type Item struct{}

type Iterator struct{}

type IteratorOptions struct{}

func (db *DB) NewTransaction(update bool) *Txn { return nil }

func (txn *Txn) Discard() {}

func (txn *Txn) Get(key []byte) (*Item, error) { return nil, nil }

func (txn *Txn) NewIterator(opt IteratorOptions) *Iterator { return nil }

func (it *Iterator) Close() {}

func (it *Iterator) Rewind() {}

func (it *Iterator) Next() {}

func (it *Iterator) Valid() bool { return false }
