// Package health asks services how they are.
package health

import (
	"fmt"
	"net/http"
)

// Checker asks with one client, which keeps connections for the next question.
type Checker struct {
	Client *http.Client
}

// Check is nil when the service at the URL is well.
func (c *Checker) Check(url string) error {
	resp, err := c.Client.Get(url)
	if err != nil {
		return fmt.Errorf("no answer: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answers %s", url, resp.Status)
	}
	return nil
}
