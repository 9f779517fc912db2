package fixture

import (
	"context"
	"io"
	"os"
	"sync"
	"time"
)

func firstThatOpens(names []string, w io.Writer) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		defer f.Close()
		_, err = io.Copy(w, f)
		return err
	}
	return os.ErrNotExist
}

func breaks(names []string, w io.Writer) {
	var found *os.File
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		defer f.Close()
		found = f
		break
	}
	io.Copy(w, found)
}

func labelled(c <-chan string) {
loop:
	for {
		select {
		case name := <-c:
			f, err := os.Open(name)
			if err != nil {
				continue
			}
			defer f.Close()
			break loop
		}
	}
}

func literal(names []string, w io.Writer) error {
	for _, name := range names {
		err := func() error {
			f, err := os.Open(name)
			if err != nil {
				return err
			}
			defer f.Close()
			_, err = io.Copy(w, f)
			return err
		}()
		if err != nil {
			return err
		}
	}
	return nil
}

func goroutines(ctx context.Context, names []string) {
	var wg sync.WaitGroup
	for range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-ctx.Done()
		}()
	}
	wg.Wait()
}

func locks(mu *sync.Mutex, values <-chan int) int {
	for v := range values {
		mu.Lock()
		if v > 0 {
			defer mu.Unlock()
			return v
		}
		mu.Unlock()
	}
	return 0
}

func once(c <-chan int, open func() (io.Closer, error)) {
	var conn io.Closer
	for range c {
		if conn == nil {
			opened, err := open()
			if err != nil {
				return
			}
			defer opened.Close()
			conn = opened
		}
	}
}

func firstPass(names []string) {
	first := true
	for i, name := range names {
		if first {
			first = false
			f, _ := os.Create(name)
			defer f.Close()
		}
		if i == 0 {
			g, _ := os.Create(name + ".log")
			defer g.Close()
		}
	}
}

func oneMore(ctx context.Context, try func(context.Context) error) error {
	retrying := false
	for {
		one, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		if err := try(one); err != nil {
			if !retrying {
				retrying = true
				continue
			}
			return err
		}
		return nil
	}
}
