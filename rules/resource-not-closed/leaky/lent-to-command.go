package capture

import (
	"io"
	"os"
	"os/exec"
)

// The command has ended with Run, and closed nothing.
func capture(name string, args ...string) (*os.File, error) {
	out, err := os.CreateTemp("", "capture") // want "note: file \"out\" from os.CreateTemp is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(name, args...)
	cmd.Stdout = out
	cmd.Stderr = out
	if err := cmd.Run(); err != nil {
		return nil, err
	}
	if _, err := out.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return out, nil
}
