package journal

import "os"

type journal struct {
	path string
	file *os.File
}

func (j *journal) open() (err error) {
	if j.file != nil {
		return nil
	}
	j.file, err = os.OpenFile(j.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	return err
}

// The next call opens it anew, and the descriptor of this one stays.
func (j *journal) add(b []byte) error {
	if err := j.open(); err != nil {
		return err
	}
	_, err := j.file.Write(b)
	if err != nil {
		j.file = nil // want "warning: file \"j.file\" from os.OpenFile is not closed before \"j.file\" is given another value"
	}
	return err
}

func (j *journal) close() error {
	var f *os.File
	f, j.file = j.file, f
	return f.Close()
}
