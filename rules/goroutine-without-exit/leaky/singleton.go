package keyed

import "time"

var instances = map[string]any{}

// instance gives the one value for a name.
func instance[T any](name string, make func() T) T {
	if made, ok := instances[name]; ok { // the names are those of users
		return made.(T)
	}
	made := make()
	instances[name] = made // want "warning: map \"instances\" only grows"
	return made
}

type inbox struct{ letters []string }

// Inbox makes one for each user.
func Inbox(user string) *inbox {
	return instance(user, func() *inbox {
		b := &inbox{}
		go b.sweep()
		return b
	})
}

func (b *inbox) sweep() {
	for { // want "warning: this loop has no way out"
		time.Sleep(time.Minute)
		b.letters = b.letters[:0]
	}
}
