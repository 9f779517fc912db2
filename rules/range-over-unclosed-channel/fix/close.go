// Package fixture: the only sender closes the channel when it has sent the last value.
package fixture

func byTheOwner(names []string, keep func(string)) {
	found := make(chan string)
	go func() {
		for name := range found {
			keep(name)
		}
	}()
	for _, name := range names {
		found <- name
	}
}

func byTheProducer(names []string, keep func(string)) {
	found := make(chan string)
	go func() {
		for _, name := range names {
			found <- name
		}
	}()
	go func() {
		for name := range found {
			keep(name)
		}
	}()
}
