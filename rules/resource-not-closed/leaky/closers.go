package closers

import (
	"bufio"
	"errors"
	"io"
	"os"
)

type segment struct {
	file *os.File
	in   *bufio.Reader
}

func openSegment(name string) (*segment, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return &segment{file: file, in: bufio.NewReader(file)}, nil
}

func (s *segment) magic() (byte, error) { return s.in.ReadByte() }

func (s *segment) Close() error { return s.file.Close() }

type log struct{ segments []*segment }

func open(name string) (*log, error) {
	s, err := openSegment(name) // want "warning: the file from openSegment in field \"file\" of \"s\" is not closed when the function drops \"s\" and returns at line 39"
	if err != nil {
		return nil, err
	}
	b, err := s.magic()
	if err != nil {
		return nil, err
	}
	if b != 0x5e {
		return nil, errors.New("no segment")
	}
	return &log{segments: []*segment{s}}, nil
}

func first(name string) (byte, error) {
	s, err := openSegment(name) // want "warning: the file from openSegment in field \"file\" of \"s\" is not closed when the function drops \"s\" and returns at line 49"
	if err != nil {
		return 0, err
	}
	return s.magic()
}

func openAssigned(name string) (*segment, error) {
	s := &segment{}
	var err error
	if s.file, err = os.Open(name); err != nil {
		return nil, err
	}
	s.in = bufio.NewReader(s.file)
	return s, nil
}

func length(name string) (n int64, err error) {
	s, err := openAssigned(name) // want "warning: the file from openAssigned in field \"file\" of \"s\""
	if err != nil {
		return 0, err
	}
	return io.Copy(io.Discard, s.in)
}
