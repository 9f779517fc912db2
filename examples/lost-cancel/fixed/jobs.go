// Package jobs runs what comes out of a queue.
package jobs

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// maxDuration is the longest time a job may take.
const maxDuration = time.Hour

// ErrUnknown says that there is nothing to run a job of this kind.
var ErrUnknown = errors.New("unknown kind of job")

// Job is one entry of the queue.
type Job struct {
	Kind    string
	Payload []byte
}

// Runner runs jobs until the context of the service ends.
type Runner struct {
	Service  context.Context
	Handlers map[string]func(ctx context.Context, payload []byte) error
}

// Run runs one job.
func (r *Runner) Run(job Job) error {
	ctx, cancel := context.WithTimeout(r.Service, maxDuration)
	defer cancel()
	handle, known := r.Handlers[job.Kind]
	if !known {
		return fmt.Errorf("%w: %s", ErrUnknown, job.Kind)
	}
	if err := handle(ctx, job.Payload); err != nil {
		return fmt.Errorf("%s: %w", job.Kind, err)
	}
	return nil
}
