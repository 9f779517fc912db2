package door

import "net"

var stop = make(chan bool)

func init() {
	if ln, err := net.Listen("tcp", ":7000"); err == nil {
		go accept(ln)
	}
}

// accept is left once: so is the connection that comes then.
func accept(ln net.Listener) {
	defer ln.Close()
	for {
		conn, err := ln.Accept() // want "note: connection \"conn\" from ln.Accept is not closed when the function returns"
		select {
		case <-stop:
			return
		default:
		}
		if err != nil {
			continue
		}
		go serve(conn)
	}
}

// Serve may be called for many listeners.
func Serve(ln net.Listener, done <-chan bool) {
	for {
		conn, err := ln.Accept() // want "warning: connection \"conn\" from ln.Accept is not closed when the function returns"
		select {
		case <-done:
			return
		default:
		}
		if err != nil {
			continue
		}
		go serve(conn)
	}
}

func serve(conn net.Conn) { conn.Close() }
