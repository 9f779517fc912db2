package service

import "context"

type service struct {
	cancel context.CancelFunc
}

func newService(ctx context.Context) *service {
	ctx, cancel := context.WithCancel(ctx)
	s := &service{cancel: cancel}
	go s.run(ctx)
	return s
}

func (s *service) restart(ctx context.Context) {
	s.cancel()
	ctx, s.cancel = context.WithCancel(ctx)
	go s.run(ctx)
}

func (s *service) run(ctx context.Context) { <-ctx.Done() }
