// Package grpc has the declarations that fixtures use.
package grpc

type ClientConn struct{}

func (*ClientConn) Close() error { return nil }

type DialOption interface{}

func NewClient(target string, opts ...DialOption) (*ClientConn, error) { return nil, nil }
