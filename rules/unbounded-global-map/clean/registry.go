package clean

import "reflect"

type codec interface{ Name() string }

var codecs = map[string]codec{}

// Register is called by init functions.
func Register(client codec) { codecs[client.Name()] = client }

var handlers = map[string]func(){}

func init() {
	for _, client := range []string{"a", "b"} {
		add2(client)
	}
}

func add2(client string) { handlers[client] = func() {} }

var byType = map[reflect.Type]string{}

func nameOf(t reflect.Type) string {
	if name, ok := byType[t]; ok {
		return name
	}
	byType[t] = t.String()
	return t.String()
}

type driver string

const lua driver = "lua"

var drivers = map[driver]int{}

func enable(d driver) { drivers[d]++ }

var flags = map[bool]int{}

func tick(ok bool) { flags[ok]++ }

var sizes = map[int]int{}

func class(size int) { sizes[size]++ }

var constant = map[string]int{}

const hits = "hits"

func hit() {
	constant["all"]++
	constant[hits]++
}

var languages = []string{"de", "en"}

var seen = map[string]int{}

func load() {
	for _, language := range languages {
		seen[language]++
	}
}
