package results

import (
	"errors"
	"os"
	"strings"
)

type index struct {
	name string
	file *os.File
}

func (i *index) Close() error { return i.file.Close() }

func open(name string) (i *index, err error) {
	i = &index{name: name}
	if i.file, err = os.Open(name); err != nil {
		return
	}
	if strings.HasSuffix(name, ".tmp") {
		i.Close()
		return nil, errors.New("not finished")
	}
	return
}

var shared = &index{}

// reopen fills what others have, too.
func reopen(name string) (i *index, err error) {
	i = shared
	if i.file, err = os.Open(name); err != nil {
		return
	}
	if strings.HasSuffix(name, ".tmp") {
		return nil, errors.New("not finished")
	}
	return
}
