// Package ssh declares what fixtures use of golang.org/x/crypto/ssh.
package ssh

import (
	"net"
	"time"
)

type AuthMethod interface{ method() string }

type ClientConfig struct {
	User            string
	Auth            []AuthMethod
	HostKeyCallback HostKeyCallback
	Timeout         time.Duration
}

type HostKeyCallback func(hostname string, remote net.Addr, key PublicKey) error

type PublicKey interface{ Type() string }

func InsecureIgnoreHostKey() HostKeyCallback { return nil }

type ServerConfig struct{ NoClientAuth bool }

type Conn interface{ Close() error }

type Client struct{ Conn }

type ServerConn struct{ Conn }

type NewChannel interface{ Accept() error }

type Request struct{ Type string }

func Dial(network, addr string, config *ClientConfig) (*Client, error) { return nil, nil }

type Session struct{}

func (c *Client) NewSession() (*Session, error) { return nil, nil }

func (s *Session) Close() error { return nil }

func (s *Session) Run(cmd string) error { return nil }

func (s *Session) Setenv(name, value string) error { return nil }

func NewClient(c Conn, chans <-chan NewChannel, reqs <-chan *Request) *Client { return &Client{c} }

func NewClientConn(c net.Conn, addr string, config *ClientConfig) (Conn, <-chan NewChannel, <-chan *Request, error) {
	return nil, nil, nil, nil
}

func NewServerConn(c net.Conn, config *ServerConfig) (*ServerConn, <-chan NewChannel, <-chan *Request, error) {
	return nil, nil, nil, nil
}

func DiscardRequests(in <-chan *Request) {}

type Signer interface{}

func PublicKeys(signers ...Signer) AuthMethod { return nil }
