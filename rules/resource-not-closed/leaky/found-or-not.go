package found

import (
	"io"
	"os"
)

// open says whether the file is a new one.
func open(name string) (*os.File, bool, error) {
	f, err := os.Open(name)
	if err == nil {
		return f, false, nil
	}
	f, err = os.Create(name)
	if err != nil {
		return nil, false, err
	}
	return f, true, nil
}

func load(name string) ([]byte, error) {
	f, isNew, err := open(name) // want "warning: file \"f\" from open is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	if !isNew {
		return nil, nil
	}
	defer f.Close()
	return io.ReadAll(f)
}
