package missed

// Entries leave only one of two maps that belong together.
type index struct {
	byKey map[string]int
	keys  map[string]bool
}

func (x *index) add(key string) {
	x.byKey[key]++
	x.keys[key] = true
}

func (x *index) clear() {
	for key := range x.keys {
		delete(x.byKey, key)
	}
}
