package app

import (
	"strings"

	"fyne.io/fyne/v2"

	"hashiya/model"
)

// showRule shows the rule for the field that has the keyboard, and for its
// value; in the article that of the item under the caret.
func (s *annotateScreen) showRule() {
	focused := s.program.window.Canvas().Focused()
	if focused == fyne.Focusable(s.reader) {
		s.showItemRule(s.under())
		return
	}
	for _, e := range s.form.editors() {
		if s.showFieldRule(e, focused) {
			return
		}
	}
	record := s.session.Record()
	for _, one := range s.form.facts.record {
		if one.field.focusable() == focused {
			name := s.program.words.T("field." + one.model.Name)
			s.program.showRuling(s.program.rulingOf("", one.model, first(one.model.Get(&record)), name))
			return
		}
	}
	s.showItemRule(s.active)
}

// showFieldRule shows the rule of the row of an open card that has the
// keyboard, and tells whether there is one.
func (s *annotateScreen) showFieldRule(e *editor, focused fyne.Focusable) bool {
	item := s.session.Item(e.id)
	if item == nil {
		return false
	}
	for _, row := range e.rows {
		if row.field.focusable() == focused || fyne.Focusable(row.mark) == focused {
			s.ruleOfField(item, row.model)
			return true
		}
	}
	for _, r := range e.ties {
		if fyne.Focusable(r.chooser) != focused {
			continue
		}
		name := s.program.words.T(r.name)
		if link, is := strings.CutPrefix(r.name, "link."); is {
			s.program.showRuling(s.program.rulingOf(model.KindCount, model.Field{Name: "links", List: "link_type"}, link, name))
			return true
		}
		s.program.showRuling(s.program.rulingOf(model.KindEvent, model.Field{Name: "members"}, "", name))
		return true
	}
	return false
}

// showItemRule shows the rule of the code that says what an item is.
func (s *annotateScreen) showItemRule(id string) {
	item := s.session.Item(id)
	if item == nil {
		s.program.hint("rule.nothing")
		return
	}
	for _, f := range model.Fields(item.Kind()) {
		if f.Type == model.CodeValue {
			s.ruleOfField(item, f)
			return
		}
	}
	s.ruleOfField(item, model.Fields(item.Kind())[0])
}

func (s *annotateScreen) ruleOfField(item model.Item, f model.Field) {
	s.program.showRuling(s.program.rulingOf(item.Kind(), f, first(f.Get(item)), s.fieldName(item.Kind(), f.Name)))
}

// ruleKey answers F2 in the open list of a field with the rule of the code at
// hand.
func (c *chooserField) ruleKey(name fyne.KeyName, key string) bool {
	if string(name) != keysOf("rule") || c.model.List == "" {
		return false
	}
	p := c.program
	if g, found := p.project.Codebook().Rule(c.model.List, key, p.words.Language()); found {
		p.showRuling(ruling{title: p.words.T("field." + c.model.Name), guides: []model.Guide{g}})
	}
	return true
}

// first returns the first of some values, "" for none.
func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}
