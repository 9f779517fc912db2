// Package sdjournal declares what fixtures use of github.com/coreos/go-systemd/v22/sdjournal.
package sdjournal

type Journal struct{}

func NewJournalFromDir(path string) (*Journal, error) { return nil, nil }

func (j *Journal) Next() (uint64, error) { return 0, nil }

func (j *Journal) Close() error { return nil }
