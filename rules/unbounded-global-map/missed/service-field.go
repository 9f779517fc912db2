package missed

// A service that lives as long as the process, but no package variable holds it and there is no lock in it: it could as
// well be one of many.
type Service struct{ sessions map[string]int }

func NewService() *Service { return &Service{sessions: map[string]int{}} }

func (s *Service) Touch(sessionID string) { s.sessions[sessionID]++ }
