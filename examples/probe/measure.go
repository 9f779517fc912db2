package probe

import (
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"strings"
	"time"
)

// measures is the state of the process after a garbage collection.
type measures struct {
	// heap is in bytes, the others are numbers of things. timers are those that the collector could not free.
	heap                              uint64
	goroutines, timers, files, leaked int
}

func measure() measures {
	settle()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return measures{heap: stats.HeapAlloc, goroutines: runtime.NumGoroutine(), timers: timers(), files: files(), leaked: leaked()}
}

// settle waits until goroutines that are about to end have ended, and collects what they leave.
func settle() {
	quiet := 0
	for tries := 0; quiet < 3 && tries < 100; tries++ {
		before := runtime.NumGoroutine()
		time.Sleep(5 * time.Millisecond)
		if runtime.NumGoroutine() >= before {
			quiet++
		} else {
			quiet = 0
		}
	}
	// Finalizers run after the first collection, what they let go is free after the second; a profile of the heap
	// tells the state before the last one.
	for range 3 {
		runtime.GC()
	}
}

// timers counts what stands behind tickers, timers and deadlines and is still there. Since Go 1.23 all are made here.
func timers() int {
	live := 0
	for _, record := range heapProfile() {
		frames := runtime.CallersFrames(record.Stack())
		frame, more := frames.Next()
		for more && strings.HasPrefix(frame.Function, "runtime.") {
			frame, more = frames.Next()
		}
		if frame.Function == "time.newTimer" {
			live += int(record.InUseObjects())
		}
	}
	return live
}

func heapProfile() []runtime.MemProfileRecord {
	records := make([]runtime.MemProfileRecord, 4096)
	for {
		n, ok := runtime.MemProfile(records, false)
		if ok {
			return records[:n]
		}
		records = make([]runtime.MemProfileRecord, 2*n)
	}
}

// files counts the open descriptors, where the system tells.
func files() int {
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return -1
	}
	return len(entries)
}

// leaked counts the goroutines that nothing can wake any more, where the toolchain can tell.
func leaked() int {
	profile := pprof.Lookup("goroutineleak")
	if profile == nil {
		return -1
	}
	// Only writing the profile looks for them.
	if err := profile.WriteTo(io.Discard, 0); err != nil {
		return -1
	}
	return profile.Count()
}
