package fixture

import (
	"io"
	"net"
	"testing"
)

// Serve echoes until the test closes the listener.
func Serve(t *testing.T, l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		defer c.Close()
		go func() {
			if _, err := io.Copy(c, c); err != nil {
				t.Error(err)
			}
		}()
	}
}
