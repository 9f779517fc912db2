// Package fixture: a block begins on the line behind a name. To the grammar it looks like a literal of that type.
package fixture

import "time"

func blockBehindReceive(work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker \"t\" from time.NewTicker is not stopped when the function ends at line 13"
	<-t.C
	{
		finished := work
		finished()
	}
}

func blockBehindComment(work func()) {
	t := time.NewTicker(time.Second) // want "warning: ticker \"t\" from time.NewTicker is not stopped when the function ends at line 23"
	<-t.C                            // the first tick

	// then work
	{
		work()
	}
}
