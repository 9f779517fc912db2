package choices

import (
	"bytes"
	"errors"
	"io"
	"os"

	"example.com/api"
	"example.com/serial"
	"github.com/gorilla/websocket"
	"golang.org/x/crypto/ssh"
)

type output struct{ out, err io.WriteCloser }

// Whoever wants neither does not come here.
func newOutput(path, stdout, stderr string, isConsole bool) (*output, error) {
	var out, err io.WriteCloser
	f, failure := os.Create(path)
	if failure != nil {
		return nil, failure
	}
	if stdout != "" {
		out = serial.NewSink(f)
	}
	if !isConsole && stderr != "" {
		err = serial.NewSink(f)
	}
	return &output{out: out, err: err}, nil
}

// A response of another kind: that of net/http has no method of this name.
func download(client *api.Client, url string) (io.ReadCloser, error) {
	resp, err := client.Do(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode() >= 400 {
		resp.Body = new(bytes.Buffer)
		return nil, errors.New(resp.Body.String())
	}
	return resp.Plain().Body, nil
}

// The connection takes its sessions along.
func run(address string, config *ssh.ClientConfig) error {
	client, err := ssh.Dial("tcp", address, config)
	if err != nil {
		return err
	}
	defer client.Close()
	session, err := client.NewSession()
	if err != nil {
		return err
	}
	return session.Run("true")
}

// There is none where ok is false, which is never set.
func (s *server) accept() (conn *websocket.Conn, ok bool) {
	if s.isClosed {
		return
	}
	conn, _, err := s.dialer.Dial(s.url, nil)
	if err != nil {
		return
	}
	return conn, true
}

type server struct {
	dialer   *websocket.Dialer
	url      string
	isClosed bool
}

func (s *server) serve() {
	if conn, ok := s.accept(); ok {
		defer conn.Close()
		conn.ReadMessage()
	}
}
