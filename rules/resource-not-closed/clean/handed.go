package store

import (
	"bytes"
	"context"
	"database/sql"
	"io"
	"net"
	"net/http"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health/grpc_health_v1"
)

type files struct {
	open map[string]*os.File
	done chan struct{}
}

// The file is kept, so callers share it.
func (s *files) get(path string) (*os.File, error) {
	if f, ok := s.open[path]; ok {
		return f, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	s.open[path] = f
	return f, nil
}

func (s *files) size(path string) (int64, error) {
	f, err := s.get(path)
	if err != nil {
		return 0, err
	}
	return f.Seek(0, io.SeekEnd)
}

// The connection is closed with its owner, whoever uses it.
func (s *files) dial(addr string) (net.Conn, error) {
	conn, err := net.DialTimeout("tcp", addr, 1e9)
	if err != nil {
		return nil, err
	}
	go func() {
		<-s.done
		conn.Close()
	}()
	return conn, nil
}

func (s *files) greet(addr string) error {
	conn, err := s.dial(addr)
	if err != nil {
		return err
	}
	_, err = conn.Write([]byte("hello"))
	return err
}

type images interface {
	Import(ctx context.Context, r io.Reader) error
	Load(ctx context.Context, r io.Reader) error
}

// A request closes the body that it is given.
func imported(ctx context.Context, i images, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return i.Load(ctx, f)
}

type playback struct {
	fp  *os.File
	dec *bytes.Buffer
}

func newPlayback(fp *os.File) *playback { return &playback{fp: fp, dec: &bytes.Buffer{}} }

func replay(path string) error {
	fp, err := os.Open(path)
	if err != nil {
		return err
	}
	pb := newPlayback(fp)
	defer pb.fp.Close()
	_, err = pb.dec.ReadFrom(pb.fp)
	return err
}

type link struct{ conn net.PacketConn }

func (l *link) dial(addr string) error {
	_, err := l.conn.WriteTo(nil, &net.UDPAddr{})
	return err
}

// What is handed on with a method is handed on.
func linked() (func(addr string) error, error) {
	conn, err := net.ListenUDP("udp", &net.UDPAddr{})
	if err != nil {
		return nil, err
	}
	l := &link{conn: conn}
	dial := l.dial
	return dial, nil
}

type relay interface {
	CopyAndClose(a, b net.Conn)
	CopyBoth(a, b net.Conn)
}

func relayed(r relay, a net.Conn, addr string) error {
	b, err := net.DialTimeout("tcp", addr, 1e9)
	if err != nil {
		return err
	}
	r.CopyBoth(a, b)
	return nil
}

// One of the cases fits, and each of them closes the body.
func byKind(client *http.Client, url, kind string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	switch kind {
	case "text":
		err = readText(resp)
	case "data":
		err = readData(resp)
	}
	return err
}

func readText(resp *http.Response) error {
	defer resp.Body.Close()
	_, err := io.ReadAll(resp.Body)
	return err
}

func readData(resp *http.Response) error {
	defer resp.Body.Close()
	_, err := io.Copy(io.Discard, resp.Body)
	return err
}

type pool struct{ idle chan net.Conn }

// A connection goes back to where it came from.
func (p *pool) send(msg []byte) error {
	conn := <-p.idle
	if _, err := conn.Write(msg); err != nil {
		conn.Close()
		return err
	}
	p.idle <- conn
	return nil
}

// Without a connection there is nothing to close.
func (p *pool) drain() {
	for {
		conn, ok := <-p.idle
		if !ok {
			return
		}
		conn.Close()
	}
}

// Who only looks at what a channel gives may not be its owner.
func (p *pool) address() string {
	conn := <-p.idle
	return conn.RemoteAddr().String()
}

type service struct {
	db     *sql.DB
	conn   *grpc.ClientConn
	health grpc_health_v1.HealthClient
}

func newService(dsn, addr string) (*service, error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, err
	}
	conn, err := grpc.NewClient(addr)
	if err != nil {
		db.Close()
		return nil, err
	}
	return &service{db: db, conn: conn, health: grpc_health_v1.NewHealthClient(conn)}, nil
}

func (s *service) Close() error {
	s.db.Close()
	return s.conn.Close()
}

// The stub keeps the connection in use, and somebody else keeps the stub.
func health(addr string) (grpc_health_v1.HealthClient, error) {
	conn, err := grpc.NewClient(addr)
	if err != nil {
		return nil, err
	}
	return grpc_health_v1.NewHealthClient(conn), nil
}

type quiet struct{ *http.Client }

func (quiet) Get(url string) (*http.Response, error) { return nil, io.EOF }

// The method is the type's own, and not that of the client in it.
func (q quiet) status(url string) (int, error) {
	resp, err := q.Get(url)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
