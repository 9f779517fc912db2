package disarmed

import "net"

type door struct {
	in    net.Listener
	out   chan net.Conn
	errs  chan error
	again chan bool
	quit  chan bool
}

// run waits until it is told to try again, with no connection then.
func (d *door) run() {
	var retry <-chan bool
	var out chan<- net.Conn
	var errs chan<- error
	for {
		conn, err := d.in.Accept()
		if err != nil {
			out, errs = nil, d.errs
			retry = d.again
		} else {
			out = d.out
			errs = nil
			retry = nil
		}
		select {
		case out <- conn:
		case errs <- err:
			return
		case <-retry:
		case <-d.quit:
			if conn != nil {
				conn.Close()
			}
			return
		}
	}
}
