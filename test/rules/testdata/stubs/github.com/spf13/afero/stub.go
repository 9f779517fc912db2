// Package afero is github.com/spf13/afero as far as fixtures use it.
package afero

type File interface {
	Close() error
	Read(p []byte) (int, error)
}

type Fs interface {
	Open(name string) (File, error)
}
