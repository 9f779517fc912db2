package halfdeferred

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
)

var errEmpty = errors.New("empty")

// fetch counts what fails, and forgets the body there.
func fetch(client *http.Client, address string) (page []byte, failure error) {
	resp, err := client.Get(address) // want "warning: response body \"resp\" from client.Get is not closed when the function returns at line 27"
	defer func() {
		if failure != nil {
			failed++
			return
		}
		_ = resp.Body.Close()
	}()
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	if resp.ContentLength == 0 {
		return nil, errEmpty
	}
	return io.ReadAll(resp.Body)
}

var failed int

// check looks at a variable that its returns do not set.
func check(name string, limit int64) error {
	f, err := os.Open(name) // want "warning: file \"f\" from os.Open is not closed when the function returns at line 55"
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() > limit {
		return errors.New("too large")
	}
	return nil
}

// record closes what it has not finished, and leaves the rest.
func record(name string, lines []string) error {
	f, err := os.Create(name) // want "warning: file \"f\" from os.Create is not closed when the function returns at line 77"
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
	done = true
	return nil
}

// lookUp does the same in a literal that has a name.
func lookUp(client *http.Client, addresses []string) (found [][]byte) {
	get := func(address string) (page []byte, failure error) {
		resp, err := client.Get(address) // want "warning: response body \"resp\" from client.Get is not closed when the function returns at line 93"
		if err != nil {
			return nil, err
		}
		defer func() {
			if failure == nil {
				resp.Body.Close()
			}
		}()
		if resp.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("status %s", resp.Status)
		}
		page, err = io.ReadAll(resp.Body)
		return page, err
	}
	for _, address := range addresses {
		if page, err := get(address); err == nil {
			found = append(found, page)
		}
	}
	return found
}
