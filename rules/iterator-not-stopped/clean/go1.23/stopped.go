package stopped

import "iter"

func toTheEnd(names iter.Seq[string]) int {
	next, _ := iter.Pull(names)
	count := 0
	for {
		if _, ok := next(); !ok {
			return count
		}
		count++
	}
}

func toTheEndByHead(names iter.Seq[string], use func(string)) {
	next, stop := iter.Pull(names)
	for name, ok := next(); ok; name, ok = next() {
		use(name)
	}
	_ = stop
}

func deferred(a, b iter.Seq[int]) bool {
	left, stopLeft := iter.Pull(a)
	defer stopLeft()
	right, stopRight := iter.Pull(b)
	defer stopRight()
	for {
		x, more := left()
		y, and := right()
		if more != and || x != y {
			return false
		}
		if !more {
			return true
		}
	}
}

type cursor struct {
	next func() (int, bool)
	stop func()
}

func kept(numbers iter.Seq[int]) *cursor {
	next, stop := iter.Pull(numbers)
	return &cursor{next, stop}
}
