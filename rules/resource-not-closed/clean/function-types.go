package client

import (
	"context"
	"encoding/json"
	"net/http"
)

type (
	getter  func(ctx context.Context, url string) (*http.Response, error)
	counter func(ctx context.Context, url string) (int, error)
)

// The method gives on what the function gave it.
type transport func(*http.Request) (*http.Response, error)

func (t transport) RoundTrip(req *http.Request) (*http.Response, error) {
	return t(req)
}

type middleware func(next transport) transport

func logged(next transport) transport {
	return func(req *http.Request) (*http.Response, error) {
		resp, err := next(req)
		if err != nil {
			return nil, err
		}
		resp.Header.Set("X-Seen", "yes")
		return resp, nil
	}
}

var all = []middleware{logged}

type rest struct {
	get   getter
	count counter
}

type service struct {
	rest *rest
}

func (s *service) decoded(ctx context.Context, url string, v any) error {
	resp, err := s.rest.get(ctx, url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}

func (s *service) counted(ctx context.Context, url string) (bool, error) {
	n, err := s.rest.count(ctx, url)
	if err != nil {
		return false, err
	}
	return n > 0, nil
}

func (s *service) handedOn(ctx context.Context, url string) (*http.Response, error) {
	resp, err := s.rest.get(ctx, url)
	if err != nil {
		return nil, err
	}
	return resp, nil
}
