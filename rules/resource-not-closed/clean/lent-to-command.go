package capture

import (
	"os"
	"os/exec"
)

type job struct {
	cmd *exec.Cmd
}

// Who has the command may close what it writes to.
func prepare(name, log string) (*job, error) {
	out, err := os.Create(log)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(name)
	cmd.Stdout = out
	return &job{cmd: cmd}, nil
}

func run(name, log string) error {
	out, err := os.Create(log)
	if err != nil {
		return err
	}
	cmd := exec.Command(name)
	cmd.Stdout = out
	err = cmd.Run()
	out.Close()
	return err
}
