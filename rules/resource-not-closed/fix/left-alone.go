package fixture

import (
	"errors"
	"io"
	"os"
)

var errOdd = errors.New("odd")

type registry struct{ files map[string]*os.File }

// One way to the return has handed the file on: a call there would take it away.
func (r *registry) shared(name string, keep, odd bool) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	if keep {
		r.files[name] = file
	}
	if odd {
		return errOdd
	}
	return file.Close()
}

// What the return gives comes from the file.
func lastUse(r *registry, name string, keep bool) (os.FileInfo, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if keep {
		r.files[name] = file
		return nil, nil
	}
	return file.Stat()
}

// The error is not looked at first.
func unchecked(name string) (int64, error) {
	file, err := os.Open(name)
	if name == "" {
		return 0, err
	}
	return io.Copy(io.Discard, file)
}
