package told

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"example.com/rest"
)

type profile struct{ Name string }

// text has a status and a body, too, and nothing to close.
func text(client *rest.Client, path string) (*profile, error) {
	resp, err := client.Text(path)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Body)
	}
	var p profile
	err = json.NewDecoder(bytes.NewBufferString(resp.Body)).Decode(&p)
	return &p, err
}

// called has methods of these names.
func called(client *rest.Client, path string) ([]byte, error) {
	resp, err := client.Call(path)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode() != http.StatusOK {
		return nil, errors.New("status")
	}
	return io.ReadAll(resp.Body())
}

// answer is a type of its own, which holds what has been read.
type answer struct {
	StatusCode int
	Body       io.Reader
}

func ask(client *rest.Client, path string) (*answer, error) {
	resp, err := client.Send(path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	return &answer{resp.StatusCode, bytes.NewReader(body)}, nil
}

func read(client *rest.Client, path string) ([]byte, error) {
	resp, err := ask(client, path)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New("status")
	}
	return io.ReadAll(resp.Body)
}

func handed(client *rest.Client, path string) (int, io.ReadCloser, error) {
	resp, err := client.Send(path)
	if err != nil {
		return 0, nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return resp.StatusCode, nil, errors.New("status")
	}
	return resp.StatusCode, resp.Body, nil
}
