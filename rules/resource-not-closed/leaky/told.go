package told

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"example.com/rest"
)

type profile struct{ Name string }

// byReader gets from a client out of sight what is read like a response.
func byReader(ctx context.Context, client *rest.Client, request *http.Request) (*profile, error) {
	resp, err := client.Send(ctx, request) // want "warning: response body \"resp\" from client.Send is not closed when the function returns at line 29"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", resp.StatusCode)
	}
	var p profile
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		return nil, err
	}
	return &p, nil
}

// byClose closes it on one way only.
func byClose(path string) error {
	reply, err := rest.Fetch(path) // want "warning: response body \"reply\" from rest.Fetch is not closed when the function returns at line 39"
	if err != nil {
		return err
	}
	if reply.StatusCode == http.StatusNotFound {
		return errors.New("not found")
	}
	defer reply.Body.Close()
	return nil
}

// get hands on what it was given.
func get(client *rest.Client, path string) (answer *http.Response, err error) {
	answer, err = client.Open(path)
	if err != nil {
		return nil, err
	}
	if answer.StatusCode >= http.StatusInternalServerError {
		io.Copy(io.Discard, answer.Body)
		answer.Body.Close()
		return nil, errors.New("refused")
	}
	return answer, nil
}

func length(client *rest.Client, path string) (int64, error) {
	answer, err := get(client, path) // want "warning: response body \"answer\" from get is not closed when the function returns at line 64"
	if err != nil {
		return 0, err
	}
	return answer.ContentLength, nil
}
