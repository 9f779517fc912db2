package emptied

import (
	"fmt"
	"net"
	"os"
	"time"
)

type printer struct {
	addr string
	conn net.Conn
}

func (p *printer) print(label []byte) error {
	if p.conn == nil {
		conn, err := net.DialTimeout("tcp", p.addr, time.Second)
		if err != nil {
			return err
		}
		p.conn = conn
	}
	if _, err := p.conn.Write(label); err != nil {
		p.conn = nil // want "warning: connection \"p.conn\" from net.DialTimeout is not closed before \"p.conn\" is given another value at line 24"
		return err
	}
	return nil
}

func (p *printer) Close() error {
	if p.conn == nil {
		return nil
	}
	return p.conn.Close()
}

type journal struct {
	file *os.File
	size int64
}

func (j *journal) Close() error { return j.file.Close() }

func (j *journal) write(line string) (err error) {
	n, err := j.file.WriteString(line)
	if err != nil {
		return err
	}
	j.size += int64(n)
	if j.size > 1<<20 {
		j.file, err = os.Create(fmt.Sprint("journal-", time.Now().Unix())) // want "warning: file \"j.file\" from os.Create is not closed before \"j.file\" is given another value at line 51"
	}
	return err
}
