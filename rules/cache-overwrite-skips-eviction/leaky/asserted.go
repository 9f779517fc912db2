package asserted

import (
	"io"
	"os"
	"time"

	"github.com/patrickmn/go-cache"
)

type link struct {
	name   string
	source io.ReaderAt
}

func newLinks() *cache.Cache {
	links := cache.New(time.Minute, time.Minute)
	links.OnEvicted(func(_ string, v interface{}) {
		if c, ok := v.(*link).source.(io.Closer); ok {
			c.Close()
		}
	})
	return links
}

var links = newLinks()

func open(token, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	links.Set(token, &link{name, f}, cache.DefaultExpiration) // want "warning: "
	return nil
}
