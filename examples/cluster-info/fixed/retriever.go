// Package clusterinfo keeps the name of a cluster at hand, as a label for the metrics of an exporter.
package clusterinfo

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// Retriever asks the cluster for its name, now and then.
type Retriever struct {
	fetch    func(context.Context) (string, error)
	interval time.Duration
	logger   *slog.Logger
	trigger  chan struct{}

	mu   sync.Mutex
	name string
}

// New returns a Retriever that does nothing before Run.
func New(fetch func(context.Context) (string, error), interval time.Duration, logger *slog.Logger) *Retriever {
	return &Retriever{fetch: fetch, interval: interval, logger: logger, trigger: make(chan struct{}, 1)}
}

// Name is the name found last.
func (r *Retriever) Name() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.name
}

// Run updates the name until ctx is cancelled. The exporter calls it again for each target it is asked about.
func (r *Retriever) Run(ctx context.Context) {
	go r.follow(ctx)
	go func() {
		if r.interval <= 0 {
			r.logger.Info("no periodic update requested")
			return
		}
		ticker := time.NewTicker(r.interval)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				r.logger.Info("context cancelled, trigger loop ends", "err", ctx.Err())
				return
			case <-ticker.C:
				r.request()
			}
		}
	}()
}

// request never blocks: one update that waits is enough.
func (r *Retriever) request() {
	select {
	case r.trigger <- struct{}{}:
	default:
	}
}

func (r *Retriever) follow(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-r.trigger:
			r.update(ctx)
		}
	}
}

func (r *Retriever) update(ctx context.Context) {
	name, err := r.fetch(ctx)
	if err != nil {
		r.logger.Warn("no cluster name", "err", err)
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.name = name
}
