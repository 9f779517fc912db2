// Package session is a library, though it stands below a folder named cmd.
package session

import (
	"io"
	"time"
)

// Session is one of those who call in.
type Session struct{ conn io.WriteCloser }

// Open begins a session on a connection.
func Open(conn io.WriteCloser, every time.Duration) *Session {
	s := &Session{conn: conn}
	go s.beat(every)
	return s
}

func (s *Session) beat(every time.Duration) {
	for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 15 outlives its owner"
		time.Sleep(every)
		_, _ = s.conn.Write([]byte{0})
	}
}

// Close hangs up.
func (s *Session) Close() error { return s.conn.Close() }
