package token

import (
	"encoding/json"
	"errors"
	"net/http"
)

// The type of http.DefaultClient is not named here.
func fetch(req *http.Request) (token string, err error) {
	resp, err := http.DefaultClient.Do(req) // want "warning: response body \"resp\" from http.DefaultClient.Do is not closed when the function returns"
	if err != nil {
		return "", err
	}
	if err := json.NewDecoder(resp.Body).Decode(&token); err != nil {
		return "", errors.New("no token")
	}
	return token, nil
}
