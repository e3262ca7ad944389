package app

import (
	"cmp"
	"slices"
	"time"

	"hashiya/annotate"
	"hashiya/model"
)

// repeat makes the next claim with the shape of the one made or opened last,
// from the selected words or else from the next number behind its own.
func (s *annotateScreen) repeat() {
	start, end := s.reader.Selection()
	spent := slices.ContainsFunc(s.evidence(s.last, "", ""), func(span model.Span) bool { return span.Start < end && start < span.End })
	if start == end || spent {
		start, end = s.nextNumber()
	}
	if s.last == "" || start == end {
		s.program.hint("repeat.nothing")
		return
	}
	s.form.commit()
	id, err := s.session.Repeat(s.last, start, end)
	if s.program.keep(err) && id != "" {
		s.open(id)
		s.reader.Select(end, end) // the same key then leads on from here
		s.selected(end, end)
	}
}

// nextNumber returns the first words behind the last claim's that give a number
// and are not labelled; an empty range for none.
func (s *annotateScreen) nextNumber() (start, end int) {
	behind := 0
	for _, span := range s.session.SpansOf(s.last) {
		if span.Field == "" {
			behind = max(behind, span.End)
		}
	}
	for _, c := range s.session.CandidatesOf(model.KindCount) {
		if c.Start >= behind {
			return c.Start, c.End
		}
	}
	return 0, 0
}

// labelNew labels the selected words as an actor or place that the project
// does not know yet, and makes it an entity by these words.
func (s *annotateScreen) labelNew(kind model.Kind) {
	start, end := s.reader.Selection()
	if start == end {
		s.program.keep(annotate.ErrNoWords)
		return
	}
	id, err := s.session.Annotate(kind, start, end)
	if !s.program.keep(err) || id == "" {
		return
	}
	s.open(id)
	s.palette.hide()
	f, _ := model.FieldOf(kind, "entity")
	if len(f.Get(s.session.Item(id))) > 0 {
		return // it is known
	}
	var name string
	for _, span := range s.session.SpansOf(id) {
		name = span.Text
	}
	e, err := s.program.project.NewEntity(name, "")
	if s.program.keep(err) && err == nil {
		s.program.keep(s.session.SetField(id, "entity", e.ID))
	}
}

// nextCertainty gives the open card the next certainty of the codebook's list,
// and none after the last.
func (s *annotateScreen) nextCertainty() {
	item := s.session.Item(s.active)
	if item == nil {
		s.program.hint("certainty.noCard")
		return
	}
	order := []string{""}
	for _, code := range s.program.project.Codebook().List("certainty") {
		order = append(order, code.Key)
	}
	next := order[(slices.Index(order, item.Meta().Certainty)+1)%len(order)]
	var values []string
	if next != "" {
		values = []string{next}
	}
	if s.program.keep(s.session.SetField(s.active, "certainty", values...)) {
		s.status.SetText(s.program.words.T("certainty.is", cmp.Or(s.code("certainty", next), "—")))
	}
}

// alive tells the session that somebody is at work, and shows the time spent.
func (s *annotateScreen) alive() {
	s.session.Touch(time.Now())
	if s.time == nil {
		return
	}
	text := ""
	if minutes := int(s.session.TimeSpent().Minutes()); minutes > 0 && s.program.project.CountsTime() {
		text = s.program.words.N("time.spent", minutes)
	}
	if s.time.Text() != text {
		s.time.SetText(text)
	}
}

// count shows how many problems there are.
func (s *annotateScreen) count() {
	n := len(s.session.Problems())
	s.notes.SetLabel(s.program.words.N("problems.count", n))
	s.notes.SetWarning(n > 0)
	s.notes.Hidden = n == 0
}
