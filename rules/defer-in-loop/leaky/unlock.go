package fixture

import "sync"

type store struct {
	mu     sync.Mutex
	values map[string]int
}

func (s *store) set(all map[string]int) {
	for key, value := range all {
		s.mu.Lock()
		defer s.mu.Unlock() // want "warning: defer s.mu.Unlock\(\) runs when the function ends: the next pass of the loop at line 11 waits in s.mu.Lock for ever"
		s.values[key] = value
	}
}
