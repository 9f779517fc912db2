package waited

import (
	"errors"
	"os/exec"
)

type child struct {
	cmd  *exec.Cmd
	done chan error
}

func forgotten(name string) error {
	cmd := exec.Command("xdg-open", name)
	return cmd.Start()
}

func inGoroutine(name string, ready func() error) (<-chan error, error) {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	if err := ready(); err != nil {
		return nil, err
	}
	return done, nil
}

func kept(name string, ready func(*exec.Cmd) bool) (*child, error) {
	c := &child{cmd: exec.Command(name), done: make(chan error, 1)}
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	if !ready(c.cmd) {
		c.cmd.Wait()
		return nil, errors.New("not ready")
	}
	return c, nil
}

func keptBefore(name string, isReady func() bool) (*child, error) {
	cmd := exec.Command(name)
	c := &child{cmd: cmd, done: make(chan error, 1)}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	if !isReady() {
		_ = cmd.Wait()
		return nil, errors.New("not ready")
	}
	return c, nil
}

func byParameter(cmd *exec.Cmd, isReady func() bool) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	if !isReady() {
		return errors.New("not ready")
	}
	return cmd.Wait()
}
