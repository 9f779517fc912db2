package emptied

import (
	"crypto/tls"
	"errors"
	"net"
	"os"
	"time"
)

type printer struct {
	addr string
	conn net.Conn
}

func (p *printer) open() (err error) {
	p.conn, err = net.DialTimeout("tcp", p.addr, time.Second)
	return err
}

func (p *printer) hangUp() { p.conn.Close() }

func (p *printer) closed(label []byte) {
	if _, err := p.conn.Write(label); err != nil {
		p.conn.Close()
		p.conn = nil
	}
}

func (p *printer) closedByMethod(label []byte) {
	if _, err := p.conn.Write(label); err != nil {
		p.hangUp()
		p.conn = nil
	}
}

func (p *printer) closedBefore(label []byte) {
	if _, err := p.conn.Write(label); errors.Is(err, net.ErrClosed) {
		p.conn = nil
	}
}

func (p *printer) forgotten() { p.conn = nil }

type log struct {
	file *os.File
	size int
}

func (l *log) write(line []byte) error {
	n, err := l.file.Write(line)
	if err != nil {
		return err
	}
	if l.size += n; l.size > 1<<20 {
		if err := l.file.Close(); err != nil {
			return err
		}
		f, err := os.Create(l.file.Name() + ".1")
		if err != nil {
			return err
		}
		l.file = f
	}
	return nil
}

type link struct{ conn net.Conn }

func (l *link) dial(addr string) (err error) {
	l.conn, err = net.DialTimeout("tcp", addr, time.Second)
	return err
}

func (l *link) secure(config *tls.Config) error {
	if _, err := l.conn.Write([]byte("STARTTLS\n")); err != nil {
		return err
	}
	l.conn = tls.Client(l.conn, config)
	return nil
}

func (l *link) close() error { return l.conn.Close() }

// Whoever reads has it as well.
type shared struct{ conn net.Conn }

func (s *shared) dial(addr string, read func(net.Conn)) (err error) {
	if s.conn, err = net.DialTimeout("tcp", addr, time.Second); err != nil {
		return err
	}
	go read(s.conn)
	return nil
}

func (s *shared) write(p []byte) error {
	if _, err := s.conn.Write(p); err != nil {
		s.conn = nil
		return err
	}
	return nil
}

func (s *shared) close() error { return s.conn.Close() }

type spool struct{ file *os.File }

func (s *spool) open() (err error) {
	s.file, err = os.CreateTemp("", "spool")
	return err
}

// drop closes the file and takes its name in one statement.
func (s *spool) drop() error {
	if err := errors.Join(s.file.Close(), os.Remove(s.file.Name())); err != nil {
		return err
	}
	s.file = nil
	return nil
}
