package bodies

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

type store struct{ client *http.Client }

func (s *store) open(name string) (io.ReadCloser, error) {
	resp, err := s.client.Get("https://example.com/" + name)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	return resp.Body, nil
}

func (s *store) decode(name string) (map[string]string, error) {
	body, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	var values map[string]string
	err = json.NewDecoder(body).Decode(&values)
	return values, err
}

type entry struct {
	name string
	body io.ReadCloser
}

func (s *store) entry(name string) (*entry, error) {
	body, err := s.open(name)
	if err != nil {
		return nil, err
	}
	return &entry{name, body}, nil
}

// text hands out what it has read.
func (s *store) text(name string) (string, error) {
	body, err := s.open(name)
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(body)
	if closeErr := body.Close(); err == nil {
		err = closeErr
	}
	return string(text), err
}
