// Package outputs makes outputs by name, one for each entry of a configuration.
package outputs

import "io"

type factory func(path string) (io.Closer, error)

// Register makes a kind of outputs known.
func Register(kind string, make factory) { kinds[kind] = make }

var kinds = map[string]factory{
	"plain": func(path string) (io.Closer, error) { return newPlain(path), nil },
	"quiet": newQuiet,
}

var others []factory

func init() {
	Register("rolling", func(path string) (io.Closer, error) {
		return newRolling(path), nil
	})
	kinds["slow"] = func(path string) (io.Closer, error) {
		return newSlow(path), nil
	}
	others = append(others, newOther)
}

// Open makes one.
func Open(kind, path string) (io.Closer, error) { return kinds[kind](path) }
