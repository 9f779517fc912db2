package clean

var jobs = map[string]int{"one": 1}

// A local variable of the same name.
func run(taskID string) int {
	jobs := map[string]int{}
	jobs[taskID]++
	return len(jobs)
}

func known() int { return jobs["one"] }
