package leaky

// Entries of the inner maps come and go; the emptied inner maps stay.
var members = map[string]map[string]bool{}

func Join(sessionID, name string) {
	if members[sessionID] == nil {
		members[sessionID] = map[string]bool{} // want "^note: map \"members\" only grows: Join stores under sessionID"
	}
	members[sessionID][name] = true
}

func Leave(sessionID, name string) {
	delete(members[sessionID], name)
}
