package bodies

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

type store struct{ client *http.Client }

// open hands out the body alone.
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

func (s *store) first(name string) (byte, error) {
	reader, err := s.open(name) // want "warning: response body \"reader\" from open is not closed when the function returns at line 35"
	if err != nil {
		return 0, err
	}
	var one [1]byte
	if _, err := io.ReadFull(reader, one[:]); err != nil {
		return 0, err
	}
	return one[0], nil
}

func (s *store) decode(name string, strict bool) (map[string]string, error) {
	body, err := s.open(name) // want "warning: response body \"body\" from open is not closed when the function returns at line 44"
	if err != nil {
		return nil, err
	}
	if strict && name == "" {
		return nil, errors.New("no name")
	}
	defer body.Close()
	var values map[string]string
	err = json.NewDecoder(body).Decode(&values)
	return values, err
}
