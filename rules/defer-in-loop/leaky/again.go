package fixture

import (
	"os"
	"time"
)

// The timer is set again each time: the clause is taken again and again.
func polled(period time.Duration, stop <-chan struct{}, read func(*os.File)) error {
	again := time.NewTimer(period)
	defer again.Stop()
	for {
		select {
		case <-stop:
			return nil
		case <-again.C:
			f, err := os.Open("status")
			if err != nil {
				return err
			}
			defer f.Close() // want "error: defer f.Close\\(\\) runs when the function ends, not when a pass ends"
			read(f)
			again.Reset(period)
		}
	}
}

// Who has the address may put in as many as he likes.
func filled(fill func(*[]string), read func(*os.File)) error {
	var names []string
	names = append(names, "first")
	fill(&names)
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() // want "warning: defer f.Close"
		read(f)
	}
	return nil
}

func doubled(names []string, read func(*os.File)) error {
	var both []string
	for _, name := range names {
		both = append(both, name, name+".bak")
	}
	for _, name := range both {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() // want "warning: defer f.Close"
		read(f)
	}
	return nil
}
