package kinds

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"syscall"
)

// openFree gives the first device that nobody uses.
func openFree(prefix string) (*os.File, error) {
	for i := 0; ; i++ {
		f, err := os.OpenFile(prefix+strconv.Itoa(i), os.O_RDWR, 0)
		if busy, ok := err.(*fs.PathError); ok && busy.Err == syscall.EBUSY {
			continue
		}
		return f, err
	}
}

func size(name string) (int64, error) {
	f, err := os.Open(name)
	if _, ok := err.(*fs.PathError); ok {
		return 0, errors.New("no such table")
	}
	if err != nil {
		return 0, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
