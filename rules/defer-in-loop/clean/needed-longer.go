package fixture

import (
	"context"
	"io"
	"os"
	"sync"
	"time"
)

func concatenate(names []string, w io.Writer) error {
	var readers []io.Reader
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		readers = append(readers, f)
	}
	_, err := io.Copy(w, io.MultiReader(readers...))
	return err
}

func byName(names []string, wrap func(io.Reader) io.Reader, read func(map[string]io.Reader) error) error {
	all := map[string]io.Reader{}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		all[name] = wrap(f)
	}
	return read(all)
}

func elements(files []*os.File) {
	for _, f := range files {
		defer f.Close()
	}
}

func elementLocks(all []*sync.Mutex, f func()) {
	for _, mu := range all {
		mu.Lock()
		defer mu.Unlock()
	}
	f()
}

type locker struct{}

func (locker) LockPath(string) io.Closer { return nil }

func namedLocks(l locker, paths []string, f func()) {
	for _, path := range paths {
		held := l.LockPath(path)
		defer held.Close()
	}
	f()
}

func parallel(ctx context.Context, names []string, send func(context.Context, string)) {
	var wg sync.WaitGroup
	for _, name := range names {
		one, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel()
		wg.Add(1)
		go func(name string) {
			defer wg.Done()
			send(one, name)
		}(name)
	}
	wg.Wait()
}

func rollback(names []string, link func(string) error) (files []*os.File, err error) {
	for _, name := range names {
		f, openErr := os.Create(name)
		if openErr != nil {
			return nil, openErr
		}
		defer func() {
			if err != nil {
				f.Close()
			}
		}()
		if err = link(name); err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

func closedInPass(names []string, w io.Writer) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() // for the error below
		if _, err := io.Copy(w, f); err != nil {
			return err
		}
		f.Close()
	}
	return nil
}
