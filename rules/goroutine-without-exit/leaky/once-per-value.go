package consumer

import (
	"sync"
	"time"
)

// Register takes what makes a store of some kind.
func Register(kind string, open func(address string) Store) {
	kinds[kind] = open
}

var kinds = map[string]func(string) Store{}

// Store keeps values.
type Store interface{ Keep(string) }

type client struct {
	once sync.Once
	jobs chan string
}

// Start is called for each client: its Once belongs to that client alone.
func (c *client) Start(run func(string)) {
	c.once.Do(func() {
		go func() {
			for { // want "this loop has no way out: it waits for <-c.jobs in each pass, and the goroutine started at line 26 outlives its owner"
				run(<-c.jobs)
			}
		}()
	})
}

func newClient() *client { return &client{jobs: make(chan string)} }

// Send is how others hand in jobs.
func (c *client) Send(job string) { c.jobs <- job }

func init() {
	Register("memory", openMemory)
}

type memory struct{ files *files }

func (m memory) Keep(name string) { m.files.add(name) }

// openMemory is handed on by init: somebody may call it for each store.
func openMemory(address string) Store {
	return memory{newFiles(time.Duration(len(address)))}
}

type files struct {
	lock sync.Mutex
	age  map[string]time.Time
}

func newFiles(pause time.Duration) *files {
	f := &files{age: map[string]time.Time{}}
	go f.clean(pause)
	return f
}

func (f *files) add(name string) {
	f.lock.Lock()
	defer f.lock.Unlock()
	f.age[name] = time.Now()
}

func (f *files) clean(pause time.Duration) {
	for { // want "this loop has no way out: it waits for time.Sleep in each pass, and the goroutine started at line 59 outlives its owner"
		f.lock.Lock()
		for name, since := range f.age {
			if time.Since(since) > pause {
				delete(f.age, name)
			}
		}
		f.lock.Unlock()
		time.Sleep(pause)
	}
}

type state interface {
	WaitForChange(last int) int
}

// Methods that wait do not end the loop either.
func watch(s state, report func(int)) {
	go func() {
		last := 0
		for { // want "this loop has no way out: it waits for s.WaitForChange in each pass"
			last = s.WaitForChange(last)
			report(last)
		}
	}()
}
