// Package lookup finds the address of a service.
package lookup

import (
	"context"
	"fmt"
)

// Directory knows the addresses. It cannot be interrupted.
type Directory interface {
	Find(service string) (string, error)
}

type answer struct {
	address string
	err     error
}

// Address asks the directory and waits no longer than the context allows.
func Address(ctx context.Context, directory Directory, service string) (string, error) {
	answers := make(chan answer, 1)
	go func() {
		address, err := directory.Find(service)
		answers <- answer{address, err}
	}()
	select {
	case found := <-answers:
		return found.address, found.err
	case <-ctx.Done():
		return "", fmt.Errorf("look up %s: %w", service, ctx.Err())
	}
}
