package requested

import (
	"os"
	"syscall"
)

const setOwner = 0x1261

func request(fd uintptr, number, value uintptr) error {
	_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, fd, number, value)
	if errno != 0 {
		return errno
	}
	return nil
}

func own(device string, user int) error {
	f, err := os.OpenFile(device, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	return request(f.Fd(), setOwner, uintptr(user))
}

// kept is the descriptor that everything else works with.
var kept uintptr

func keep(fd uintptr) { kept = fd }

func open(device string) error {
	f, err := os.Open(device)
	if err != nil {
		return err
	}
	keep(f.Fd())
	return nil
}

func duplicate(device string) (uintptr, error) {
	f, err := os.Open(device)
	if err != nil {
		return 0, err
	}
	fd, _, errno := syscall.Syscall(syscall.SYS_DUP, f.Fd(), 0, 0)
	if errno != 0 {
		return 0, errno
	}
	return fd, nil
}
