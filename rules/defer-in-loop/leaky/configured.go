package configured

import (
	"net/http"
	"os"
)

type config struct {
	Hooks []string
	Files []string
}

type server struct{ cfg *config }

// Only so many hooks are configured.
func (s *server) ask(client *http.Client) error {
	for _, hook := range s.cfg.Hooks {
		resp, err := client.Get(hook)
		if err != nil {
			return err
		}
		defer resp.Body.Close() // want "note: defer resp.Body.Close\(\) runs when the function ends"
		if resp.StatusCode != http.StatusOK {
			return nil
		}
	}
	return nil
}

func (s *server) askFor(client *http.Client, pages []string) error {
	for _, page := range pages {
		resp, err := client.Get(page)
		if err != nil {
			return err
		}
		defer resp.Body.Close() // want "warning: defer resp.Body.Close\(\) runs when the function ends"
		if resp.StatusCode != http.StatusOK {
			return nil
		}
	}
	return nil
}

func (c *config) lock() error {
	for _, name := range c.Files {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() // want "note: defer f.Close\(\) runs when the function ends"
	}
	return nil
}

func all(more []string) {
	names := []string{"a", "b"}
	names = append(more, names...)
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		defer f.Close() // want "warning: defer f.Close\(\) runs when the function ends"
	}
}
