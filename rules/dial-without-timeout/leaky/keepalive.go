package server

import "net"

func newDialer() *net.Dialer {
	return &net.Dialer{Timeout: 1e9, KeepAlive: -1} // want "note: net.Dialer with a negative KeepAlive switches keep-alive off"
}

func quiet(conn *net.TCPConn) error {
	return conn.SetKeepAlive(false) // want "note: conn.SetKeepAlive\\(false\\) switches keep-alive off, and nothing here sets a deadline"
}
