package limited

import (
	"io"
	"net/http"
	"os"
)

func beginning(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(&io.LimitedReader{R: f, N: 1 << 10})
}

type limitedCloser struct {
	io.LimitedReader
	io.Closer
}

// The literal around the reader has the body, too, and closes it.
func limited(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &limitedCloser{io.LimitedReader{R: resp.Body, N: 1 << 10}, resp.Body}, nil
}

// Whoever has the reader can ask it for the file.
func reader(name string) (*io.LimitedReader, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return &io.LimitedReader{R: f, N: 1 << 10}, nil
}
