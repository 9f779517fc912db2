package fixture

import "time"

// It stops the ticker, and returns.
func beat(done <-chan struct{}, send func()) {
	ticker := time.NewTicker(time.Second)
	for {
		select {
		case <-done:
			ticker.Stop()
			return
		case <-ticker.C:
			send()
		}
	}
}

// What it stops is no ticker: it may end the loop, by the error of the next read.
type source struct{ lines chan string }

func (s *source) Stop()                 {}
func (s *source) read() (string, error) { return <-s.lines, nil }

func follow(done <-chan struct{}, s *source, show func(string)) error {
	for {
		select {
		case <-done:
			s.Stop()
		default:
		}
		line, err := s.read()
		if err != nil {
			return err
		}
		show(line)
	}
}

// The other clause leaves the loop.
func wait(stop <-chan struct{}, finished <-chan error) error {
	ticker := time.NewTicker(time.Second)
	for {
		select {
		case <-stop:
			ticker.Stop()
		case err := <-finished:
			ticker.Stop()
			return err
		}
	}
}
