package annotate

// Reread returns the session without what it has read for candidates.
func (s *Session) Reread() *Session {
	fresh := *s
	fresh.found = finds{}
	return &fresh
}
