// Package users answers who a user is.
package users

import "sync"

// User is a row of the table of users.
type User struct {
	ID, Name string
	Avatar   []byte
}

// Fetch asks the database. The service sets it when it starts.
var Fetch func(id string) (*User, error)

// maxUsers bounds the cache. Those who come back soon are found in it.
const maxUsers = 200

var (
	mu    sync.Mutex
	cache = make(map[string]*User)
)

// GetUser asks the database only for users that it has not seen.
func GetUser(id string) (*User, error) {
	mu.Lock()
	defer mu.Unlock()
	if user, ok := cache[id]; ok {
		return user, nil
	}
	user, err := Fetch(id)
	if err != nil {
		return nil, err
	}
	if len(cache) >= maxUsers {
		dropOne()
	}
	cache[id] = user
	return user, nil
}

// dropOne makes room. Go ranges over a map in random order, so it drops a random one.
func dropOne() {
	for id := range cache {
		delete(cache, id)
		return
	}
}
