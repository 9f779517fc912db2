package store

import (
	"io"
	"log"
	"os"
)

func retry(f func() error) error {
	return f()
}

// The variable of the function around the literal has the file when the literal ends.
func spooled(in io.Reader) (io.ReadCloser, error) {
	var spool io.ReadCloser
	err := retry(func() error {
		f, err := os.CreateTemp("", "spool")
		if err != nil {
			return err
		}
		if _, err := io.Copy(f, in); err != nil {
			f.Close()
			return err
		}
		spool = f
		return nil
	})
	return spool, err
}

// What takes the place of the file writes to it.
func logTo(path string, both bool) (*log.Logger, error) {
	var w io.Writer
	w, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	if both {
		w = io.MultiWriter(os.Stderr, w)
	}
	return log.New(w, "", 0), nil
}

// There is no file where there was nothing to go on with.
func resumed(path string, size int64) (*os.File, error) {
	var f *os.File
	var err error
	if size > 0 {
		f, err = os.OpenFile(path, os.O_RDWR, 0o644)
		if err != nil {
			size = 0
		} else if _, err := f.Seek(size, io.SeekStart); err != nil {
			f.Close()
			size = 0
		}
	}
	if size == 0 {
		f, err = os.Create(path)
		if err != nil {
			return nil, err
		}
	}
	return f, nil
}
