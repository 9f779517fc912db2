// Package fixture: missed, because whether the list closes its channel is written in another package.
package fixture

import "container/list"

type feed struct {
	changes *list.List
	next    func(*list.List) <-chan int
	show    func(int)
}

func newFeed(next func(*list.List) <-chan int, show func(int)) *feed {
	f := &feed{changes: list.New(), next: next, show: show}
	go func() {
		for change := range f.next(f.changes) {
			f.show(change)
		}
	}()
	return f
}
