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

func (j *journal) add(b []byte) error {
	if err := j.open(); err != nil {
		return err
	}
	_, err := j.file.Write(b)
	if err != nil {
		f := j.file
		j.file = nil
		_ = f.Close()
	}
	return err
}

func (j *journal) name() string {
	if j.file == nil {
		return ""
	}
	name := j.file.Name()
	_ = j.close()
	return name
}

// A method of the journal has closed it.
func (j *journal) reset() error {
	if err := j.open(); err != nil {
		return err
	}
	if _, err := j.file.Seek(0, 0); err != nil {
		return err
	}
	err := j.close()
	j.file = nil
	return err
}

func (j *journal) close() error {
	var f *os.File
	f, j.file = j.file, f
	return f.Close()
}
