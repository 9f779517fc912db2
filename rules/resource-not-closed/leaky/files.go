package store

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

var errEmpty = errors.New("empty")

func neverClosed(path string) (int, error) {
	f, err := os.Open(path) // want "warning: file \"f\" from os.Open is not closed when the function returns at line 20"
	if err != nil {
		return 0, err
	}
	n, _ := io.Copy(io.Discard, f)
	return int(n), nil
}

func returnBeforeDefer(path string, limit int64) error {
	f, err := os.Open(path) // want "warning: file \"f\" from os.Open is not closed when the function returns at line 30"
	if err != nil {
		return err
	}
	info, _ := f.Stat()
	if info.Size() > limit {
		return errEmpty
	}
	defer f.Close()
	return json.NewDecoder(f).Decode(&struct{}{})
}

func onlyBehindAnError(path string) error {
	f, err := os.Create(path) // want "note: file \"f\" from os.Create is not closed when the function returns at line 42"
	if err != nil {
		return err
	}
	if _, err := f.WriteString("x"); err != nil {
		return err
	}
	return f.Close()
}

func discarded(path string) error {
	_, err := os.Create(path) // want "warning: nothing holds the file from os.Create, so nobody can close it when the function returns at line 49"
	return err
}

func closeIsNotCalled(path string) string {
	f, err := os.Open(path) // want "warning: file \"f\" from os.Open"
	if err != nil {
		return ""
	}
	_ = f.Close
	return f.Name()
}

func alias(paths []string) error {
	var r io.Reader
	for _, path := range paths {
		f, err := os.Open(path) // want "warning: file \"f\" from os.Open is not closed when the function returns at line 73"
		if err == nil {
			r = f
			break
		}
	}
	if r == nil {
		return errEmpty
	}
	return json.NewDecoder(r).Decode(&struct{}{})
}

func eachPass(paths []string) int {
	lines := 0
	for _, path := range paths {
		f, err := os.Open(path) // want "warning: file \"f\" from os.Open is made anew in each pass of the loop at line 78"
		if err != nil {
			continue
		}
		scanner := bufio.NewScanner(bufio.NewReader(f))
		for scanner.Scan() {
			lines++
		}
	}
	return lines
}

func inOneBranch(path string, keep bool) error {
	f, err := os.Open(path) // want "warning: file \"f\" from os.Open is not closed when the function returns at line 100"
	if err != nil {
		return err
	}
	if keep {
		defer f.Close()
	}
	_, err = fmt.Fprintln(os.Stderr, f.Name())
	return err
}

func readAll(r io.Reader) []byte {
	data, _ := io.ReadAll(r)
	return data
}

// A function of the package that only reads gives the file back.
func lent(path string) []byte {
	f, err := os.Open(path) // want "warning: file \"f\" from os.Open is not closed when the function returns at line 114"
	if err != nil {
		return nil
	}
	return readAll(f)
}

func open(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func fromHelper(path string) (string, error) {
	f, err := open(path) // want "warning: file \"f\" from open is not closed when the function returns at line 130"
	if err != nil {
		return "", err
	}
	return f.Name(), nil
}

// Only one of the two ends of a pipe is closed.
func pipe() (int, error) {
	r, w, err := os.Pipe() // want "warning: file \"r\" from os.Pipe is not closed when the function returns at line 140"
	if err != nil {
		return 0, err
	}
	defer w.Close()
	return r.Read(make([]byte, 1))
}

func namedResult(path string) (f *os.File, err error) {
	f, err = os.Open(path) // want "warning: file \"f\" from os.Open is not closed when the function returns at line 150"
	if err != nil {
		return
	}
	info, _ := f.Stat()
	if info.IsDir() {
		return nil, errEmpty
	}
	return
}
