package leaky

type tokenSource struct{ user, password string }

var sources = map[string]*tokenSource{}

// login is, as a rule, for users that somebody configured: only a note, and only with --strict.
func login(user, password string) *tokenSource {
	if source, ok := sources[user]; ok {
		return source
	}
	source := &tokenSource{user, password}
	sources[user] = source // want "^note: map \"sources\" only grows: login stores under user"
	return source
}
