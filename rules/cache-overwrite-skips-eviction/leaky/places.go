package fixture

import (
	"context"
	"io"
	"os"
	"time"

	"github.com/patrickmn/go-cache"
)

// A package variable, and a function of the package as the callback.
var files = newFiles()

func newFiles() *cache.Cache {
	c := cache.New(time.Minute, time.Second)
	c.OnEvicted(closeFile)
	return c
}

func closeFile(_ string, value interface{}) {
	f, ok := value.(*os.File)
	if !ok {
		return
	}
	f.Close()
}

func open(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	files.SetDefault(path, f) // want "^warning: files.SetDefault replaces the old value of path without the callback at line 17, which calls Close on the value: one that has"
	return nil
}

// An embedded cache, a method as the callback, and a type switch in it.
type pool struct {
	*cache.Cache
}

func newPool() *pool {
	p := &pool{Cache: cache.New(time.Minute, time.Minute)}
	p.OnEvicted(p.evicted)
	return p
}

func (p *pool) evicted(key string, value interface{}) {
	switch v := value.(type) {
	case io.Closer:
		v.Close()
	}
}

func (p *pool) put(key string, conn io.Closer) {
	p.Set(key, conn, time.Hour) // want "^warning: p.Set replaces the old value of key without the callback at line 45, which calls Close"
}

// A value that is called, and a removal on one way only.
type jobs struct{ cancels *cache.Cache }

func newJobs() *jobs {
	cancels := cache.New(time.Minute, time.Minute)
	cancels.OnEvicted(func(_ string, v interface{}) { v.(context.CancelFunc)() })
	return &jobs{cancels}
}

func makeJobs() *jobs {
	cancels := cache.New(time.Minute, time.Minute)
	cancels.OnEvicted(func(_ string, v interface{}) { v.(context.CancelFunc)() })
	return &jobs{cancels: cancels}
}

func (j *jobs) start(name string, again bool) context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	if again {
		j.cancels.Delete(name)
	}
	j.cancels.Set(name, cancel, time.Minute) // want "^warning: j.cancels.Set replaces the old value of name without the callback at line 65, which calls the value"
	return ctx
}

// The value goes to whoever reads the channel.
func handingOn(gone chan<- interface{}) func(string, *os.File) {
	c := cache.New(time.Minute, time.Minute)
	c.OnEvicted(func(_ string, v interface{}) { gone <- v })
	return func(key string, f *os.File) {
		c.Set(key, f, 0) // want "^warning: c.Set replaces the old value of key without the callback at line 87, which uses the value"
	}
}
