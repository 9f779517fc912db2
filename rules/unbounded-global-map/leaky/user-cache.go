package leaky

type User struct {
	ID   string
	Name string
}

var cache = make(map[string]*User)

func GetUser(id string) *User {
	if user, ok := cache[id]; ok {
		return user
	}
	user := fetchFromDB(id)
	cache[id] = user // want "^warning: map \"cache\" only grows: GetUser stores under id, and nothing in this package removes entries$"
	return user
}

func fetchFromDB(id string) *User { return &User{ID: id} }
