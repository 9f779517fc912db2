package store

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
)

var errEmpty = errors.New("empty")

func deferred(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

func deferBeforeTheCheck(path string) error {
	f, err := os.Open(path)
	defer f.Close()
	if err != nil {
		return err
	}
	return nil
}

func inBranchOfSuccess(path string) {
	if f, err := os.Open(path); err == nil {
		defer f.Close()
		io.Copy(io.Discard, f)
	}
}

func closedOnEachPath(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if _, err := f.WriteString("x"); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func joined(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}

// The second attempt replaces nothing: the first one failed.
func secondAttempt(path string) (int64, error) {
	f, err := os.Create(path)
	if errors.Is(err, os.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return 0, err
		}
		f, err = os.Create(path)
	}
	if err != nil {
		return 0, err
	}
	defer f.Close()
	return io.Copy(f, os.Stdin)
}

func otherSpellings(path string) error {
	f, err := os.Open(path)
	switch {
	case os.IsNotExist(err):
		return errEmpty
	case err != nil:
		return err
	}
	return f.Close()
}

func wrapped(path string) error {
	f, err := os.Open(path)
	if failed := check(err); failed != nil {
		return failed
	}
	return f.Close()
}

func check(err error) error {
	if err != nil {
		return fmt.Errorf("check: %w", err)
	}
	return nil
}

func bySwitch(path string) error {
	f, err := os.Open(path)
	switch err {
	case nil:
		return f.Close()
	case os.ErrNotExist:
		return errEmpty
	default:
		return err
	}
}

func dies(path string) {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := f.Stat(); err != nil {
		log.Fatal(err)
	}
	f.Close()
}

func throughAlias(path string) ([]byte, error) {
	var r io.ReadCloser = os.Stdin
	if path != "" {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		r = f
	}
	defer r.Close()
	return io.ReadAll(r)
}

type reader struct {
	io.Reader
	file *os.File
}

func (r *reader) Close() error { return r.file.Close() }

func intoUnkeyedLiteral(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &reader{bufio.NewReader(f), f}, nil
}

// The reader that is returned holds the file: whoever has it may go on reading.
func intoWrapper(path string) (io.Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return bufio.NewReader(f), nil
}

// A gzip.Reader owns nothing: its Close is no duty.
func unpacked(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(unzipped)
}

func toProcess(path string, command *exec.Cmd) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	command.Stdout = f
	return command.Start()
}

func redirected(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	os.Stderr = f
	return nil
}

// What takes the descriptor may keep it.
func descriptor(path string) (uintptr, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	return f.Fd(), nil
}

func closers(path string) (func(), error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return func() { f.Close() }, nil
}

func closeQuietly(c io.Closer) { _ = c.Close() }

func byHelper(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer closeQuietly(f)
	return io.ReadAll(f)
}

func byMethodValue(path string, cleanup func(func() error)) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	cleanup(f.Close)
	fmt.Fprintln(f, "x")
}

// The flag tells whether it was this function that opened the file.
func opensWhenNeeded(f *os.File, path string) error {
	var opened bool
	if f == nil {
		var err error
		f, err = os.Open(path)
		if err != nil {
			return err
		}
		opened = true
	}
	err := f.Sync()
	if opened {
		f.Close()
	}
	return err
}

type logger struct{ out io.Writer }

func (l *logger) setOutput(w io.Writer) { l.out = w }

// Each logger has it: there will be one at least.
func handedToEach(path string, loggers []*logger) {
	f, err := os.OpenFile(path, os.O_APPEND, 0)
	if err != nil {
		return
	}
	for _, each := range loggers {
		each.setOutput(f)
	}
}

func oneOfThese(path, kind string) (r io.Reader, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	switch kind {
	case "raw":
		r = f
	case "lines":
		r = bufio.NewReader(f)
	}
	return r, nil
}

func cleanupOnError(path string) (f *os.File, err error) {
	f, err = os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	_, err = f.Seek(0, io.SeekEnd)
	return f, err
}

func byPointer(path string) error {
	var f *os.File
	defer closeAt(&f)
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	_, err = f.Stat()
	return err
}

func closeAt(f **os.File) { (*f).Close() }

func writeTemp(data []byte) (*os.File, error) {
	f, err := os.CreateTemp("", "data")
	if err != nil {
		return nil, err
	}
	if _, err := f.Write(data); err != nil {
		f.Close()
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	return f, nil
}

// The helper has closed the file: only its name is of use.
func nameOfTemp(data []byte) string {
	f, err := writeTemp(data)
	if err != nil {
		return ""
	}
	return f.Name()
}

type volume interface {
	Open(path string) (*os.File, syscall.Errno)
	OpenFile(path string) (*os.File, error)
}

// A syscall.Errno is compared with 0.
func fromVolume(v volume, path string) error {
	f, errno := v.Open(path)
	if errno != 0 {
		return errno
	}
	return f.Close()
}
