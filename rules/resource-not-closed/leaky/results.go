package results

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type index struct {
	name  string
	file  *os.File
	count int
}

func (i *index) Close() error { return i.file.Close() }

// open makes what it gives in a result that has a name.
func open(name string) (i *index, err error) {
	i = &index{name: name}
	if i.file, err = os.Open(name); err != nil { // want "warning: the file from os.Open in field \"file\" of \"i\" is not closed when the function drops \"i\" and returns at line 25"
		return
	}
	if strings.HasSuffix(name, ".tmp") {
		return nil, errors.New("not finished")
	}
	i.count = 1
	return
}

// note passes by an error that it does not mind.
func note(name string, line string) error {
	f, err := os.Create(name) // want "warning: file \"f\" from os.Create is not closed when the function returns at line 47"
	if err != nil {
		return err
	}
	if _, err := os.Stat(name + ".old"); err != nil {
		fmt.Println("the first one")
	}
	if _, err := f.WriteString(line); err != nil {
		return err
	}
	info, ok := os.Stat(name)
	if ok == nil && info.Size() == 0 {
		fmt.Println("nothing")
	}
	return nil
}
