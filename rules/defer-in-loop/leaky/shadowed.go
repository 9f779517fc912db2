package shadowed

import (
	"errors"
	"io"
	"os"
)

func joined(out *os.File, names []string) error {
	f := out
	for i, name := range names {
		if i%100 == 99 {
			f.Close()
			return errors.New("too many")
		}
		to := f
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() // want "warning: .*f.Close"
		if _, err := io.Copy(to, f); err != nil {
			return err
		}
	}
	return f.Close()
}

func byArgument(names []string, use func(io.Reader) error) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer func(file *os.File) { // want "warning: "
			if err := file.Close(); err != nil {
				println(err.Error())
			}
		}(f)
		if err := use(f); err != nil {
			return err
		}
	}
	return nil
}
