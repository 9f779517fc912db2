package disarmed

import "net"

type door struct {
	in   net.Listener
	out  chan net.Conn
	late chan bool
	quit chan bool
}

// run gives a connection up when it is told to.
func (d *door) run() {
	var late <-chan bool
	for {
		conn, err := d.in.Accept() // want "connection \"conn\" from d.in.Accept is made anew in each pass"
		if err != nil {
			late = nil
		} else {
			late = d.late
		}
		select {
		case d.out <- conn:
		case <-late:
		case <-d.quit:
			if conn != nil {
				conn.Close()
			}
			return
		}
	}
}
