// Package fixture: stopped on some ways out, forgotten on others.
package fixture

import (
	"context"
	"errors"
	"time"
)

func oneOfTwoReturns(ctx context.Context, failed <-chan error) error {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 19"
	for {
		select {
		case <-t.C:
		case <-ctx.Done():
			t.Stop()
			return ctx.Err()
		case err := <-failed:
			return err
		}
	}
}

func returnBeforeDefer(connect func() error, done <-chan struct{}) error {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 27"
	if err := connect(); err != nil {
		return err
	}
	defer t.Stop()
	<-done
	return nil
}

func returnBetween(connect func() error) error {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 38"
	<-t.C
	if err := connect(); err != nil {
		return err
	}
	t.Stop()
	return nil
}

func stopInOneBranch(verbose bool, work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 51"
	<-t.C
	work()
	if verbose {
		t.Stop()
	}
}

func conditionalDefer(owned bool, done <-chan struct{}) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 62"
	if owned {
		defer t.Stop()
	}
	select {
	case <-t.C:
	case <-done:
	}
}

func switchBranches(kind string, work func()) error {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 76"
	<-t.C
	switch kind {
	case "once":
		t.Stop()
		return nil
	case "twice":
		<-t.C
		work()
		t.Stop()
	default:
		return errors.New("unknown kind")
	}
	return nil
}

// No default: the switch can be passed by.
func switchWithoutDefault(kind int, work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 92"
	<-t.C
	switch kind {
	case 1:
		t.Stop()
	case 2:
		work()
		t.Stop()
	}
}

func fallthroughSkipsStop(kind int, work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 105"
	<-t.C
	switch kind {
	case 1:
		fallthrough
	case 2:
		work()
	default:
		t.Stop()
	}
}

func selectBranches(a, b <-chan struct{}) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function ends at line 116"
	select {
	case <-t.C:
		t.Stop()
	case <-a:
		t.Stop()
	case <-b:
	}
}

func typeSwitchBranches(event any) string {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 126"
	<-t.C
	switch e := event.(type) {
	case error:
		t.Stop()
		return e.Error()
	case string:
		return e
	}
	t.Stop()
	return ""
}

// Stop stands in the one case that does not leave.
func stopWhereItStays(kick, done <-chan struct{}) {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 141"
	for {
		select {
		case <-kick:
			t.Stop()
		case <-t.C:
		case <-done:
			return
		}
	}
}

func createdInBranch(periodic bool, done <-chan struct{}, work func()) {
	if periodic {
		t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 154"
		for {
			select {
			case <-t.C:
				work()
			case <-done:
				return
			}
		}
	}
	work()
}

// The stop closure is called on the good way only.
func namedClosureForgotten(connect func() error) error {
	t := time.NewTicker(time.Second) // want "warning: ticker .t. from time.NewTicker is not stopped when the function returns at line 167"
	cleanup := func() { t.Stop() }
	<-t.C
	if err := connect(); err != nil {
		return err
	}
	cleanup()
	return nil
}

//oracle:timers _ = returnBeforeDefer(func() error { return errors.New("refused") }, closed)
//oracle:timers conditionalDefer(false, closed)
