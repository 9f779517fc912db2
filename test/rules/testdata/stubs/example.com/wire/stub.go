// Package wire is what fixtures believe of a library that cannot be seen.
package wire

import "net"

func Dial(addr string) (net.Conn, error) { return nil, nil }

func Upgrade(addr string) error { return nil }

func Upgraded(addr string) bool { return false }
