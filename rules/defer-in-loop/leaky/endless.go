package fixture

import (
	"context"
	"io"
	"net"
	"os"
	"time"
)

func ticks(ctx context.Context, interval time.Duration, work func(context.Context)) {
	t := time.NewTicker(interval)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			one, cancel := context.WithTimeout(ctx, time.Minute)
			defer cancel() // want "error: defer cancel\(\) runs when the function ends, not when a pass ends: the loop at line 14 has no end of its own, and adds one in each pass"
			work(one)
		case <-ctx.Done():
			return
		}
	}
}

// The contexts end soon, the deferred calls pile up all the same.
func beats(ctx context.Context, tick <-chan time.Time, beat func(context.Context)) {
	for {
		select {
		case <-tick:
			one, cancel := context.WithTimeout(ctx, time.Second)
			defer cancel() // want "error: defer cancel\(\) runs when the function ends, not when a pass ends"
			beat(one)
		case <-ctx.Done():
			return
		}
	}
}

func accept(l net.Listener, handle func(net.Conn)) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		defer conn.Close() // want "error: defer conn.Close\(\) runs when the function ends"
		go handle(conn)
	}
}

func fromChannel(names <-chan string, w io.Writer) error {
	for name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer func() { // want "error: defer func\(\) { … }\(\) runs when the function ends"
			f.Close()
		}()
		if _, err := io.Copy(w, f); err != nil {
			return err
		}
	}
	return nil
}

func innerLoop(batches <-chan []string, w io.Writer) error {
	for batch := range batches {
		for _, name := range batch {
			f, err := os.Open(name)
			if err != nil {
				return err
			}
			defer f.Close() // want "error: .* the loop at line 68 goes on until its channel is closed"
			if _, err := io.Copy(w, f); err != nil {
				return err
			}
		}
	}
	return nil
}

func retry(open func() (io.ReadCloser, error), read func(io.Reader) error) error {
	for {
		r, err := open()
		if err != nil {
			return err
		}
		defer r.Close() // want "warning: defer r.Close.* after all passes"
		if read(r) == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
}

func anyCall(c <-chan int, log func(int)) {
	for n := range c {
		defer log(n) // want "warning: defer log\(…\) runs when the function ends"
	}
}
