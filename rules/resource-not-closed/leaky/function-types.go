package client

import (
	"context"
	"encoding/json"
	"net/http"
)

type (
	getter func(ctx context.Context, url string) (*http.Response, error)
	poster func(ctx context.Context, url string, body []byte) (*http.Response, error)
)

type doer = func(*http.Request) (*http.Response, error)

type rest struct {
	get, getAgain getter
	post          poster
}

type service struct {
	rest *rest
}

func (s *service) decoded(ctx context.Context, url string, v any) error {
	resp, err := s.rest.get(ctx, url) // want "warning: response body \"resp\" from s.rest.get is not closed when the function returns at line 30"
	if err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

func (s *service) again(ctx context.Context, url string) (int, error) {
	resp, err := s.rest.getAgain(ctx, url) // want "warning: response body \"resp\" from s.rest.getAgain is not closed when the function returns at line 38"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (s *service) closedUnlessRefused(ctx context.Context, url string, body []byte) error {
	resp, err := s.rest.post(ctx, url, body) // want "warning: response body \"resp\" from s.rest.post is not closed when the function returns at line 47"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return http.ErrNotSupported
	}
	return resp.Body.Close()
}

func statusOf(do doer, req *http.Request) (int, error) {
	resp, err := do(req) // want "warning: response body \"resp\" from do is not closed when the function returns at line 57"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
