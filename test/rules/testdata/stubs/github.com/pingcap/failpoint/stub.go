// Package failpoint stands for github.com/pingcap/failpoint as far as fixtures use it.
package failpoint

type Value any

func Inject(name string, body func(Value)) {}
