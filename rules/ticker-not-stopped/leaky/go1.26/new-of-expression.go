// Package fixture: new takes an expression since go 1.26; the function around it must still be read.
package fixture

import "time"

type limits struct{ retries *int }

func newOfExpression(done <-chan struct{}, work func(limits)) {
	t := time.NewTicker(time.Second) // want "note: ticker .t. from time.NewTicker is not stopped when the function returns at line 16"
	l := limits{retries: new(3 + 2)}
	for {
		select {
		case <-t.C:
			work(l)
		case <-done:
			return
		}
	}
}
