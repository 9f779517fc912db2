package clean

import (
	"maps"
	"sync"
)

type User struct{ Name string }

var deleted = map[string]*User{}

func add(userID string) { deleted[userID] = &User{} }

func drop(userID string) { delete(deleted, userID) }

var cleared = map[string]int{}

func count(userID string) { cleared[userID]++ }

func Reset() { clear(cleared) }

var replaced = map[string]int{}

func tally(userID string) { replaced[userID]++ }

func Take() map[string]int {
	old := replaced
	replaced = map[string]int{}
	return old
}

var bounded = map[string]int{}

func note(userID string) {
	if len(bounded) < 1000 {
		bounded[userID] = 1
	}
}

var measured = map[string]int{}

func keep(userID string) {
	n := len(measured)
	if n > 100 {
		return
	}
	measured[userID] = n
}

var aliased = map[string]int{}

func put(userID string) { aliased[userID] = 1 }

func sweep() {
	m := aliased
	for k, v := range m {
		if v == 0 {
			delete(m, k)
		}
	}
}

var helped = map[string]int{}

func enter(userID string) { helped[userID] = 1 }

func leave(userID string) { remove(helped, userID) }

func remove(from map[string]int, key string) { delete(from, key) }

var pointed = map[string]int{}

func come(userID string) { pointed[userID] = 1 }

func leaveBy(userID string) { removeAt(&pointed, userID) }

func removeAt(from *map[string]int, key string) { delete(*from, key) }

var filtered = map[string]int{}

func see(userID string) { filtered[userID] = 1 }

func expire() { maps.DeleteFunc(filtered, func(_ string, n int) bool { return n == 0 }) }

var synced sync.Map

func online(userID string) { synced.Store(userID, true) }

func offline(userID string) { synced.LoadAndDelete(userID) }

var ranged sync.Map

func in(userID string) { ranged.Store(userID, true) }

func out() {
	ranged.Range(func(key, _ any) bool {
		ranged.Delete(key)
		return true
	})
}

var handedOut = map[string]int{}

func visit(userID string) { handedOut[userID]++ }

// All gives the map away: whoever has it may take entries out.
func All() map[string]int { return handedOut }
