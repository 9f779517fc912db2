package kinds

import (
	"os"
	"strconv"
	"syscall"
)

type busy interface{ Busy() bool }

// openFree gives the first device that answers.
func openFree(prefix string) (*os.File, error) {
	for i := 0; ; i++ {
		f, err := os.OpenFile(prefix+strconv.Itoa(i), os.O_RDWR, 0) // want "the one of the pass before is not closed"
		if err != nil {
			return nil, err
		}
		_, failed := f.Write([]byte("?"))
		if number, ok := failed.(syscall.Errno); ok && number == syscall.EBUSY {
			continue
		}
		return f, nil
	}
}

func sizeOf(name string, state any) (int64, error) {
	f, err := os.Open(name) // want "file \"f\" from os.Open is not closed"
	if err != nil {
		return 0, err
	}
	if is, ok := state.(busy); ok && is.Busy() {
		return 0, nil
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
