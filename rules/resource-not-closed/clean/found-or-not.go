package found

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// open tells what is not there from what cannot be read.
func open(name string) (*os.File, bool, error) {
	f, err := os.Open(name)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, false, nil
		}
		return nil, false, err
	}
	return f, true, nil
}

func load(name string) ([]byte, bool, error) {
	f, found, err := open(name)
	if err != nil || !found {
		return nil, found, err
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	return text, err == nil, err
}

func openRoot(configured func() (string, bool, error)) (root *os.Root, exists bool, err error) {
	dir, exists, err := configured()
	if err != nil || !exists {
		return nil, exists, err
	}
	root, err = os.OpenRoot(dir)
	if err != nil {
		return nil, false, err
	}
	return root, true, nil
}

func names(configured func() (string, bool, error)) ([]fs.DirEntry, error) {
	root, exists, err := openRoot(configured)
	if err != nil {
		return nil, err
	}
	if !exists {
		return nil, nil
	}
	defer root.Close()
	return fs.ReadDir(root.FS(), ".")
}
