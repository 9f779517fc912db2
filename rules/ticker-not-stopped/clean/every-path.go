// Package fixture: no defer, but every way out passes Stop.
package fixture

import (
	"context"
	"errors"
	"time"
)

func onlyReturn(ctx context.Context, work func()) {
	t := time.NewTicker(time.Second)
	for {
		select {
		case <-t.C:
			work()
		case <-ctx.Done():
			t.Stop()
			return
		}
	}
}

func bothReturns(ctx context.Context, failed <-chan error) error {
	t := time.NewTicker(time.Second)
	for {
		select {
		case <-t.C:
		case <-ctx.Done():
			t.Stop()
			return ctx.Err()
		case err := <-failed:
			t.Stop()
			return err
		}
	}
}

func labelledBreaks(ctx context.Context, failed <-chan error) (err error) {
	t := time.NewTicker(time.Second)
loop:
	for {
		select {
		case <-t.C:
		case <-ctx.Done():
			break loop
		case err = <-failed:
			break loop
		}
	}
	t.Stop()
	return err
}

func gotoExit(steps []func() error) (err error) {
	t := time.NewTicker(time.Second)
	for _, step := range steps {
		<-t.C
		if err = step(); err != nil {
			goto exit
		}
	}
exit:
	t.Stop()
	return err
}

func backwardGoto(ready func() bool) {
	t := time.NewTicker(time.Second)
again:
	<-t.C
	if !ready() {
		goto again
	}
	t.Stop()
}

func returnsBeforeCreation(period time.Duration, work func()) error {
	if period <= 0 {
		return errors.New("period must be positive")
	}
	t := time.NewTicker(period)
	for i := 0; i < 3; i++ {
		<-t.C
		work()
	}
	t.Stop()
	return nil
}

func afterRange(in <-chan int, work func(int)) {
	t := time.NewTicker(time.Second)
next:
	for n := range in {
		if n == 0 {
			continue next
		}
		<-t.C
		work(n)
	}
	t.Stop()
}

func everyCase(kind int, work func()) {
	t := time.NewTicker(time.Second)
	<-t.C
	switch kind {
	case 1:
		t.Stop()
	case 2:
		fallthrough
	case 3:
		work()
		t.Stop()
	default:
		t.Stop()
	}
}

func everyArm(a, b <-chan struct{}) {
	t := time.NewTicker(time.Second)
	select {
	case <-t.C:
		t.Stop()
	case <-a:
		t.Stop()
	case <-b:
		t.Stop()
	}
}

func everyType(event any) string {
	t := time.NewTicker(time.Second)
	<-t.C
	switch e := event.(type) {
	case error:
		t.Stop()
		return e.Error()
	case string:
		t.Stop()
		return e
	default:
		t.Stop()
		return ""
	}
}

func elseBranch(once bool, ctx context.Context, work func()) {
	if once {
		work()
	} else {
		t := time.NewTicker(time.Second)
		for {
			select {
			case <-t.C:
				work()
			case <-ctx.Done():
				t.Stop()
				return
			}
		}
	}
}

func stoppedThenRead(ctx context.Context, last func(time.Time)) {
	t := time.NewTicker(time.Second)
	<-ctx.Done()
	t.Stop()
	select {
	case now := <-t.C:
		last(now)
	default:
	}
}

// One ticker per connection, stopped on the way out and at the end of each pass.
func perConnection(ctx context.Context, dial func() bool) {
	for {
		ping := time.NewTicker(time.Second)
	session:
		for {
			select {
			case <-ctx.Done():
				ping.Stop()
				return
			case <-ping.C:
				if !dial() {
					break session
				}
			}
		}
		ping.Stop()
	}
}

func stoppedBeforeContinue(jobs []func() error) {
	for _, job := range jobs {
		t := time.NewTicker(time.Second)
		<-t.C
		if err := job(); err != nil {
			t.Stop()
			continue
		}
		t.Stop()
	}
}

func namedClosureOnEveryPath(connect func() error) error {
	t := time.NewTicker(time.Second)
	finish := func() { t.Stop() }
	<-t.C
	if err := connect(); err != nil {
		finish()
		return err
	}
	finish()
	return nil
}

func resetThenStop(ctx context.Context, delays <-chan time.Duration, work func()) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case d := <-delays:
			t.Reset(d)
		case <-t.C:
			work()
		case <-ctx.Done():
			return
		}
	}
}
