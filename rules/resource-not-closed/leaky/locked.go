package lock

import (
	"errors"
	"os"
	"syscall"
)

var errTaken = errors.New("taken")

type lock struct {
	file *os.File
}

func try(path string) (*lock, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600) // want "note: file \"f\" from os.OpenFile is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, errTaken
		}
		return nil, err
	}
	return &lock{file: f}, nil
}

func claim(path string) (*lock, bool) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600) // want "note: file \"f\" from os.OpenFile is not closed when the function returns"
	if err != nil {
		return nil, false
	}
	fd := int(f.Fd())
	if err := syscall.Flock(fd, syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, false
	}
	return &lock{file: f}, true
}
