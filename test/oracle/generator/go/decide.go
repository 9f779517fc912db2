package main

import (
	"errors"

	"generated/track"
)

// What the generated functions ask is answered from a vector of decisions, so that every path can be walked in turn.

// maxDecisions bounds one run: what goes on longer is given up. The command line sets it.
var maxDecisions int

// maxSteps bounds the passes of loops that decide nothing.
const maxSteps = 60

// errGivenUp ends a run that is longer than the bounds.
var errGivenUp = errors.New("given up")

// run is the state of one walk through a function.
type run struct {
	// vector are the decisions, sizes how many answers there were to each.
	vector, sizes []int
	next, steps   int
	givenUp       bool
}

var current run

func choose(answers int) int {
	if current.next == len(current.vector) {
		if current.next >= maxDecisions {
			giveUp()
		}
		current.vector = append(current.vector, 0)
		current.sizes = append(current.sizes, answers)
	}
	current.next++
	return current.vector[current.next-1]
}

func giveUp() {
	current.givenUp = true
	panic(errGivenUp)
}

func ask(int) bool { return choose(2) == 1 }

func try(int) error {
	if ask(0) {
		return errors.New("failed")
	}
	return nil
}

func count(int) []struct{} { return make([]struct{}, choose(3)) }

func number(int) int { return choose(4) }

func work() {
	current.steps++
	if current.steps > maxSteps {
		giveUp()
	}
}

func at(id int) { track.At(id) }

func newChannel(id int) chan int { return track.NewChannel(id) }

func path(id int) int {
	if ask(0) {
		return -id
	}
	return id
}

func there(id int) int { return id }

func notePanic() {
	track.NotePanic()
	panic("no way on")
}
