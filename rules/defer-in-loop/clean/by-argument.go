package argued

import (
	"io"
	"os"
)

func closedInPass(names []string, use func(io.Reader) error) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer func(f *os.File) { f.Close() }(f)
		if err := use(f); err != nil {
			return err
		}
		f.Close()
	}
	return nil
}

func kept(names []string) (all []*os.File, err error) {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer func(file *os.File) { _ = file.Close() }(f)
		all = append(all, f)
	}
	return all, nil
}
