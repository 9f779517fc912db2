// Command generated walks every path of every generated function and prints which acquisitions a path leaves unreleased.
package main

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"slices"

	"generated/track"
)

// maxRuns bounds the paths of one function. The command line sets it.
var maxRuns int

// outcome is how a run ended.
type outcome int

const (
	returned outcome = iota
	panicked
	givenUp
)

// verdict is what all runs of a function showed, as sets of acquisitions.
type verdict struct {
	// made are those that a complete run passed, leaked those that one of them left unreleased.
	made, leaked map[int]bool
	// open are those of which a run that was given up held several, unreleased.
	open map[int]bool
	runs int
	// exhausted says that no path is left out.
	exhausted bool
}

func main() {
	if _, err := fmt.Sscan(os.Args[1]+" "+os.Args[2], &maxDecisions, &maxRuns); err != nil {
		fmt.Fprintln(os.Stderr, "usage: generated decisions runs:", err)
		os.Exit(2)
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for index, program := range programs {
		v := walk(program)
		fmt.Fprintln(out, index, v.runs, v.exhausted, list(v.made), list(v.leaked), list(v.open))
	}
}

func list(set map[int]bool) string {
	text := "-"
	for _, id := range slices.Sorted(maps.Keys(set)) {
		text += fmt.Sprintf("%d-", id)
	}
	return text
}

func walk(program func(a, b bool)) verdict {
	v := verdict{made: map[int]bool{}, leaked: map[int]bool{}, open: map[int]bool{}, exhausted: true}
	current = run{}
	for {
		ended := once(program)
		v.runs++
		v.note(ended)
		if ended == givenUp {
			v.exhausted = false
		}
		if !advance() {
			return v
		}
		if v.runs == maxRuns {
			v.exhausted = false
			return v
		}
	}
}

func (v *verdict) note(ended outcome) {
	things := track.All()
	switch ended {
	case returned:
		for _, thing := range things {
			v.made[thing.ID] = true
			if !thing.Released {
				v.leaked[thing.ID] = true
			}
		}
	case givenUp:
		unreleased := map[int]int{}
		for _, thing := range things {
			if !thing.Released {
				unreleased[thing.ID]++
			}
		}
		for id, count := range unreleased {
			if count > 1 {
				v.open[id] = true
			}
		}
	case panicked:
		// A panic is no way out, recovered or not.
	}
}

// once walks the path of the current vector. A goroutine of its own, because of runtime.Goexit.
func once(program func(a, b bool)) outcome {
	current.next, current.steps, current.givenUp = 0, 0, false
	track.Reset()
	ended := make(chan outcome)
	go func() {
		result := returned
		defer func() { ended <- result }()
		defer func() {
			cause := recover()
			switch {
			case current.givenUp:
				result = givenUp
			case cause != nil || track.Panicked():
				result = panicked
			}
		}()
		program(ask(0), ask(0))
	}()
	return <-ended
}

// advance turns to the next vector, the last decision first.
func advance() bool {
	vector, sizes := current.vector[:current.next], current.sizes[:current.next]
	for len(vector) > 0 {
		last := len(vector) - 1
		if vector[last]+1 < sizes[last] {
			vector[last]++
			current.vector, current.sizes = vector, sizes
			return true
		}
		vector, sizes = vector[:last], sizes[:last]
	}
	return false
}
