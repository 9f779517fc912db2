package clean

import "time"

type User struct{ Name string }

type entry struct {
	user *User
	at   time.Time
}

var users = make(map[string]entry)

func GetUser(id string) *User {
	if known, ok := users[id]; ok && time.Since(known.at) < time.Minute {
		return known.user
	}
	user := &User{Name: id}
	users[id] = entry{user: user, at: time.Now()}
	return user
}

func Expire() {
	for id, known := range users {
		if time.Since(known.at) > time.Minute {
			delete(users, id)
		}
	}
}
