package fixture

import (
	"io"
	"os"
)

type reader struct{ io.Reader }

// What is put into a slice is taken to be needed later, though here only what was read is.
func contents(names []string) ([]reader, error) {
	var all []reader
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		all = append(all, reader{f})
	}
	return all, nil
}

// Closed on the way of errors, too: the end of the pass has no Close of its own on the other way.
func some(names []string, check func(*os.File) bool) {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		defer f.Close()
		if !check(f) {
			f.Close()
		}
	}
}

// A helper that releases under a name of its own.
func tidy(names []string, finish func(*os.File)) {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		defer finish(f)
	}
}
