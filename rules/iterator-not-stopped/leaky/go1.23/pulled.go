package pulled

import (
	"fmt"
	"iter"
)

func discarded(names iter.Seq[string]) string {
	next, _ := iter.Pull(names) // want "warning: the stop function from iter.Pull is discarded"
	name, _ := next()
	return name
}

func earlyReturn(pairs iter.Seq2[string, error]) ([]string, error) {
	next, stop := iter.Pull2(pairs) // want "warning: stop function \"stop\" from iter.Pull2 is not called when the function returns at line 23"
	var found []string
	for {
		name, err, ok := next()
		if !ok {
			return found, nil
		}
		if err != nil {
			return nil, fmt.Errorf("pair %d: %w", len(found), err)
		}
		if name == "" {
			stop()
			return found, nil
		}
		found = append(found, name)
	}
}

func handedOn(names iter.Seq[string]) func() (string, bool) {
	next, _ := iter.Pull(names) // want "warning: the stop function from iter.Pull is discarded"
	return next
}
