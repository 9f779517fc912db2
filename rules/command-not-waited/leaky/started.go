package started

import (
	"bufio"
	"io"
	"os/exec"
	"time"
)

func readError(in io.Reader, out io.Writer) error {
	cmd := exec.Command("sort")
	cmd.Stdin = in
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	err = cmd.Start() // want "warning: command \"cmd\" from cmd.Start is not waited for when the function returns at line 22"
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, pipe); err != nil {
		return err
	}
	return cmd.Wait()
}

func killed(name string, limit time.Duration, lines chan<- string) error {
	cmd := exec.Command("tail", "-f", name)
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil { // want "warning: command \"cmd\" from cmd.Start is not waited for"
		return err
	}
	begin := time.Now()
	for in := bufio.NewScanner(pipe); in.Scan(); {
		if time.Since(begin) > limit {
			return cmd.Process.Kill()
		}
		lines <- in.Text()
	}
	return cmd.Wait()
}
