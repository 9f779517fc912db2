package service

// Close ends the service.
func (s *service) Close() { s.cancel() }
