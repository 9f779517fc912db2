package limited

import (
	"bufio"
	"io"
	"net/http"
	"os"
)

func beginning(name string) ([]byte, error) {
	f, err := os.Open(name) // want "warning: file \"f\" from os.Open is not closed when the function returns at line 15"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(&io.LimitedReader{R: f, N: 1 << 10})
}

func version(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "note: response body \"resp\" from http.Get is not closed when the function returns at line 26"
	if err != nil {
		return nil, err
	}
	limited := &io.LimitedReader{R: resp.Body, N: 1 << 10}
	data, err := io.ReadAll(limited)
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	return data, nil
}

func reply(name, request string) (string, error) {
	f, err := os.OpenFile(name, os.O_RDWR, 0) // want "warning: file \"f\" from os.OpenFile is not closed when the function returns at line 40"
	if err != nil {
		return "", err
	}
	both := bufio.ReadWriter{Reader: bufio.NewReader(f), Writer: bufio.NewWriter(f)}
	both.WriteString(request)
	both.Flush()
	return both.ReadString('\n')
}
