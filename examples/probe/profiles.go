package probe

import (
	"os"
	"path/filepath"
	"runtime/pprof"
)

// forms are the profiles that a service offers under /debug/pprof, by the name of the file.
var forms = []struct {
	file, profile string
	debug         int
}{
	{"goroutine.pb.gz", "goroutine", 0},
	{"goroutine.txt", "goroutine", 1},
	{"dump.txt", "goroutine", 2},
	{"goroutineleak.pb.gz", "goroutineleak", 0},
	{"heap.pb.gz", "heap", 0},
}

// writeProfiles writes all that the toolchain can make into the folder that PROFILES names, if it names one.
func writeProfiles() error {
	folder := os.Getenv("PROFILES")
	if folder == "" {
		return nil
	}
	for _, form := range forms {
		if err := writeProfile(filepath.Join(folder, form.file), form.profile, form.debug); err != nil {
			return err
		}
	}
	return nil
}

func writeProfile(path, name string, debug int) error {
	profile := pprof.Lookup(name)
	if profile == nil {
		return nil
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := profile.WriteTo(file, debug); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
