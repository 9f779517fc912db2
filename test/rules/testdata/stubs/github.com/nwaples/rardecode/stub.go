// Package rardecode declares what fixtures use of github.com/nwaples/rardecode.
package rardecode

type ReadCloser struct{}

type FileHeader struct{ Name string }

func OpenReader(name, password string) (*ReadCloser, error) { return nil, nil }

func (r *ReadCloser) Next() (*FileHeader, error) { return nil, nil }

func (r *ReadCloser) Close() error { return nil }
