package probe

import (
	"cmp"
	"path/filepath"
	"runtime"
	"slices"
)

// site is a line of the program at which something is kept.
type site struct {
	// file is relative to the module: leaky/pinger.go.
	file string
	line int
}

// kept is what the process holds at a site.
type kept struct {
	site
	// unit is bytes, for what was allocated there, or goroutines, for those that wait there.
	unit  string
	count int
}

// sites gives the lines in the folder that have at least one in a hundred of the bytes in use, or of the goroutines.
func sites(folder string, heap uint64, goroutines int) []kept {
	bytes, waiting := map[site]int{}, map[site]int{}
	for _, record := range heapProfile() {
		if at, ok := inside(folder, record.Stack()); ok {
			bytes[at] += int(record.InUseBytes())
		}
	}
	records := make([]runtime.StackRecord, 2*goroutines+10)
	n, _ := runtime.GoroutineProfile(records)
	for _, record := range records[:n] {
		if at, ok := inside(folder, record.Stack()); ok {
			waiting[at]++
		}
	}
	return append(most(bytes, "bytes", int(heap)/100), most(waiting, "goroutines", goroutines/100)...)
}

func most(counts map[site]int, unit string, least int) []kept {
	var found []kept
	for at, count := range counts {
		if count > least {
			found = append(found, kept{at, unit, count})
		}
	}
	slices.SortFunc(found, func(a, b kept) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line))
	})
	return found
}

// inside finds the innermost frame whose file lies in the folder.
func inside(folder string, stack []uintptr) (site, bool) {
	frames := runtime.CallersFrames(stack)
	for {
		frame, more := frames.Next()
		dir, name := filepath.Split(frame.File)
		if filepath.Base(dir) == folder {
			return site{file: folder + "/" + name, line: frame.Line}, true
		}
		if !more {
			return site{}, false
		}
	}
}
