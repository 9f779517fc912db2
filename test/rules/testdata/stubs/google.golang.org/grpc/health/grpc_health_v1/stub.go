// Package grpc_health_v1 has the declarations that fixtures use.
package grpc_health_v1

import (
	"context"

	"google.golang.org/grpc"
)

type HealthCheckRequest struct{}

type HealthCheckResponse struct{}

type HealthClient interface {
	Check(ctx context.Context, in *HealthCheckRequest) (*HealthCheckResponse, error)
}

func NewHealthClient(cc *grpc.ClientConn) HealthClient { return nil }
