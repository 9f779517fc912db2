package store

import (
	"context"
	"database/sql"
	"debug/elf"
	"errors"
	"fmt"
	"mime/multipart"
	"net"
	"net/http"

	"github.com/prometheus/prometheus/storage"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health/grpc_health_v1"
)

type hook struct {
	*http.Client
	url string
}

// The client is embedded, and its methods are the hook's.
func (h hook) fire(req *http.Request) error {
	resp, err := h.Do(req) // want "warning: response body \"resp\" from h.Do is not closed when the function returns"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("hook %s: %s", h.url, resp.Status)
	}
	return resp.Body.Close()
}

// Each pool has a goroutine that opens its connections.
func versionOf(dsn string) (version string, err error) {
	db, err := sql.Open("postgres", dsn) // want "warning: database \"db\" from sql.Open is not closed when the function returns"
	if err != nil {
		return "", err
	}
	err = db.QueryRow("SELECT version()").Scan(&version)
	return version, err
}

func sections(path string) (n int) {
	f, err := elf.Open(path) // want "warning: object file \"f\" from elf.Open is not closed when the function returns"
	if err != nil {
		return 0
	}
	for range f.Sections {
		n++
	}
	return n
}

func uploaded(header *multipart.FileHeader) ([]byte, error) {
	f, err := header.Open() // want "note: file \"f\" from header.Open is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	buf := make([]byte, header.Size)
	if _, err := f.Read(buf); err != nil {
		return nil, err
	}
	return buf, f.Close()
}

// The file is a descriptor of its own beside the connection's.
func nameOf(conn *net.TCPConn) string {
	f, err := conn.File() // want "warning: file \"f\" from conn.File is not closed when the function returns"
	if err != nil {
		return ""
	}
	return f.Name()
}

// A generated client cannot close the connection it is given.
func healthy(ctx context.Context, addr string) error {
	conn, err := grpc.NewClient(addr) // want "warning: connection \"conn\" from grpc.NewClient is not closed when the function returns"
	if err != nil {
		return err
	}
	client := grpc_health_v1.NewHealthClient(conn)
	_, err = client.Check(ctx, &grpc_health_v1.HealthCheckRequest{})
	return err
}

type rule struct{ name string }

type rules struct{ all []*rule }

func (r *rules) ForEach(do func(*rule)) {
	for _, each := range r.all {
		do(each)
	}
}

// What runs for each rule is done before the function goes on.
func restore(db storage.Queryable, r *rules) error {
	q, err := db.Querier(0, 1) // want "warning: querier \"q\" from db.Querier is not closed when the function returns"
	if err != nil {
		return errors.New("no querier")
	}
	r.ForEach(func(each *rule) {
		fmt.Println(q.Select(each.name))
	})
	return nil
}
