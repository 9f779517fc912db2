package requested

import (
	"fmt"
	"os"
	"syscall"
	"unsafe"
)

const (
	getSize  = 0x1260
	setOwner = 0x1261
)

func sectors(device string) (uint64, error) {
	f, err := os.Open(device) // want "warning: file \"f\" from os.Open is not closed"
	if err != nil {
		return 0, err
	}
	var size uint64
	if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), getSize, uintptr(unsafe.Pointer(&size))); errno != 0 {
		return 0, fmt.Errorf("size of %s: %w", device, errno)
	}
	return size, nil
}

func request(fd uintptr, number, value uintptr) error {
	_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, fd, number, value)
	if errno != 0 {
		return errno
	}
	return nil
}

func own(device string, user int) error {
	f, err := os.OpenFile(device, os.O_RDWR, 0) // want "warning: file \"f\" from os.OpenFile is not closed"
	if err != nil {
		return err
	}
	return request(f.Fd(), setOwner, uintptr(user))
}
