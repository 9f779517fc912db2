// Package probe puts a program under load and prints what the runtime says about it.
package probe

import (
	"fmt"
	"os"
	"runtime"
)

// Load is an incident in both forms.
type Load struct {
	// About is the measure that shows it: heap, goroutines, timers or files.
	About string
	// Calls is how often the program is called before each row but the first.
	Calls int
	// Leaky and Fixed are one call each.
	Leaky, Fixed func()
}

// rows is the number of rows after the first.
const rows = 20

// The heap profile is exact when every allocation is in it. It must be so before the first one that counts.
func init() {
	runtime.MemProfileRate = 1
}

// Run calls the form that the command line names and prints a row of measures before the first call and after each
// round of calls; then the lines of the program at which things are kept. A measure this system does not have is -1.
func Run(load Load) {
	call := map[string]func(){"leaky": load.Leaky, "fixed": load.Fixed}
	if len(os.Args) != 2 || call[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: go run ./load leaky|fixed")
		os.Exit(2)
	}
	form := os.Args[1]
	// What is made once and kept, as the connections of a client, is no growth.
	call[form]()
	fmt.Printf("about %s\n%8s %10s %10s %8s %8s %8s\n", load.About, "calls", "heap", "goroutines", "timers", "files", "leaked")
	last := measure()
	printRow(0, last)
	for row := 1; row <= rows; row++ {
		for range load.Calls {
			call[form]()
		}
		last = measure()
		printRow(row*load.Calls, last)
	}
	if err := writeProfiles(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, k := range sites(form, last.heap, last.goroutines) {
		fmt.Printf("kept %s:%d %d %s\n", k.file, k.line, k.count, k.unit)
	}
}

func printRow(calls int, m measures) {
	fmt.Printf("%8d %10d %10d %8d %8d %8d\n", calls, m.heap, m.goroutines, m.timers, m.files, m.leaked)
}
