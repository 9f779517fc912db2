package halfdeferred

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
)

// fetch hands the body on where nothing fails.
func fetch(client *http.Client, address string) (body io.ReadCloser, failure error) {
	resp, err := client.Get(address)
	if err != nil {
		return nil, err
	}
	defer func() {
		if failure != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	return resp.Body, nil
}

// check sets the variable that its literal looks at, in each of its returns.
func check(name string, limit int64) (f *os.File, err error) {
	f, err = os.Open(name)
	if err != nil {
		return nil, err
	}
	file := f
	defer func() {
		if err != nil {
			file.Close()
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > limit {
		return nil, errors.New("too large")
	}
	return f, nil
}

// record closes by itself what it has finished.
func record(name string, lines []string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	done := false
	defer func() {
		if !done {
			f.Close()
			os.Remove(name)
		}
	}()
	for _, line := range lines {
		if _, err := fmt.Fprintln(f, line); err != nil {
			return err
		}
	}
	if err := f.Close(); err != nil {
		return err
	}
	done = true
	return nil
}

// save is told by what it is given whether to close.
func save(name string, keep bool, sink func(*os.File)) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() {
		if !keep {
			f.Close()
		}
	}()
	if keep {
		sink(f)
	}
	return nil
}

// measure closes on the way that its other deferred literal makes one of failure, too.
func measure(name string) (size int64, err error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	defer func() {
		if size == 0 {
			err = errors.New("empty")
		}
	}()
	size, err = io.Copy(io.Discard, f)
	return size, nil
}
