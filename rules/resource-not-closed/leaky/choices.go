package choices

import (
	"io"
	"os"

	"example.com/serial"
	"github.com/gorilla/websocket"
	"golang.org/x/crypto/ssh"
)

type output struct{ out io.WriteCloser }

// One choice alone: whoever does not want it has a file that nobody closes.
func newOutput(path, stdout string) (*output, error) {
	var out io.WriteCloser
	f, err := os.Create(path) // want "warning: file \"f\" from os.Create is not closed"
	if err != nil {
		return nil, err
	}
	if stdout != "" {
		out = serial.NewSink(f)
	}
	return &output{out: out}, nil
}

// The connection goes on.
func run(client *ssh.Client) error {
	session, err := client.NewSession() // want "warning: session \"session\" from client.NewSession is not closed"
	if err != nil {
		return err
	}
	if err := session.Setenv("LANG", "C"); err != nil {
		return err
	}
	return nil
}

// It says true where there is none to use.
func (s *server) accept() (conn *websocket.Conn, ok bool) {
	conn, _, err := s.dialer.Dial(s.url, nil)
	if err != nil {
		return nil, false
	}
	return conn, true
}

type server struct {
	dialer *websocket.Dialer
	url    string
}

func (s *server) serve() {
	conn, ok := s.accept() // want "warning: connection \"conn\" from accept is not closed"
	if !ok {
		return
	}
	conn.ReadMessage()
}
