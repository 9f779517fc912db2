// Package leveldb declares what fixtures use of github.com/syndtr/goleveldb/leveldb.
package leveldb

type DB struct{}

type Iterator interface {
	Next() bool
	Key() []byte
	Release()
	Error() error
}

func (db *DB) NewIterator(slice, options any) Iterator { return nil }

type Options struct{}

func OpenFile(path string, options *Options) (*DB, error) { return nil, nil }

func (db *DB) Close() error { return nil }
