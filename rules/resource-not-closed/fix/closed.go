package fixture

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
)

var errOdd = errors.New("odd")

// A defer behind the check: nobody else has the file.
func first(name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	lines := bufio.NewScanner(file)
	if !lines.Scan() {
		return "", lines.Err()
	}
	return lines.Text(), nil
}

// The body, not the response, is closed.
func load(client *http.Client, url string, into any) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errOdd
	}
	return json.NewDecoder(resp.Body).Decode(into)
}

// The defer comes too late for the status.
func text(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errOdd
	}

	defer resp.Body.Close()

	return io.ReadAll(resp.Body)
}

type reader struct {
	conn net.Conn
	in   *bufio.Reader
}

// Success hands the connection on: it is closed on the way out that is left.
func open(addr string) (*reader, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	in := bufio.NewReader(conn)
	greeting, err := in.ReadString('\n')
	if err != nil {
		conn.Close()
		return nil, err
	}
	if greeting != "hello\n" {
		return nil, errOdd
	}
	if in.Buffered() > 0 {
		return nil, errOdd
	}
	return &reader{conn, in}, nil
}

// A defer in a loop would wait for all passes.
func heads(names []string, head []byte) error {
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		if _, err := io.ReadFull(file, head); err != nil {
			file.Close()
			continue
		}
		if name == "stop" {
			return nil
		}
		file.Close()
	}
	return nil
}

func count(ctx context.Context, db *sql.DB) (n int, err error) {
	rows, err := db.QueryContext(ctx, "select 1")
	if err != nil {
		return 0, err
	}
	if rows.Next() {
		return 1, rows.Scan(&n)
	}
	return 0, errOdd
}

// The status is data: it is there when the body is closed.
func fetch(client *http.Client, url string) (*http.Response, error) {
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}
