package fixture

import (
	"io"

	"github.com/rcrowley/go-metrics"
)

type session struct {
	conn  io.Closer
	bytes metrics.Meter
	// Other packages could stop it; none does, as a rule.
	Latency metrics.Timer
}

func newSession(conn io.Closer) *session {
	return &session{
		conn:    conn,
		bytes:   metrics.NewMeter(), // want "^warning: no method of this package stops field \"bytes\" of session, which holds the meter from metrics.NewMeter$"
		Latency: metrics.NewTimer(), // want "^note: no method of this package stops field \"Latency\" of session, which holds the meter from metrics.NewTimer$"
	}
}

func (s *session) write(n int) { s.bytes.Mark(int64(n)) }

func (s *session) Close() error { return s.conn.Close() }
