package app

import (
	"cmp"
	"slices"
	"strings"

	"hashiya/app/words"
	"hashiya/model"
)

// cutFields returns the kind in the name of a list of fields.
func cutFields(list string) (model.Kind, bool) {
	kind, is := strings.CutPrefix(list, fieldsOf)
	return model.Kind(kind), is
}

// lines are the codes of the list in their order, under the heads of their
// families where they have some; or the fields of a kind.
func (s *codebookScreen) lines() []codeLine {
	book := s.program.project.Codebook()
	if kind := s.kind(); kind != "" {
		return fieldLines(book, kind)
	}
	codes := slices.Clone(book.Lists[s.picked])
	rank := func(family string) int {
		i := slices.IndexFunc(book.Families, func(f model.Family) bool { return f.Key == family })
		if i < 0 && family != "" {
			return len(book.Families)
		}
		return i
	}
	slices.SortStableFunc(codes, func(a, b model.Code) int {
		return cmp.Or(rank(a.Family)-rank(b.Family), cmp.Compare(a.Family, b.Family))
	})
	var lines []codeLine
	family := ""
	for _, code := range codes {
		if code.Family != family {
			family = code.Family
			lines = append(lines, codeLine{head: true, key: family, family: family})
		}
		lines = append(lines, codeLine{key: code.Key, family: family})
	}
	return lines
}

// fieldLines are the fields of a kind: first those that the codebook speaks of,
// in its order.
func fieldLines(book *model.Codebook, kind model.Kind) []codeLine {
	var lines []codeLine
	for _, g := range book.Kinds[kind] {
		lines = append(lines, codeLine{key: g.Name})
	}
	for _, f := range append(slices.Clone(model.Fields(kind)), model.HeadFields...) {
		known := slices.ContainsFunc(lines, func(l codeLine) bool { return l.key == f.Name })
		guide := model.FieldGuide{Name: f.Name}
		if !known && len(guide.Faults(kind)) == 0 {
			lines = append(lines, codeLine{key: f.Name})
		}
	}
	return lines
}

// sideLines are the lines as the list shows them.
func (s *codebookScreen) sideLines() []sideLine {
	shown := make([]sideLine, len(s.rows))
	for i, l := range s.rows {
		switch {
		case l.head:
			shown[i] = sideLine{head: true, label: s.program.project.Codebook().FamilyName(l.key, s.program.words.Language())}
		case s.kind() != "":
			shown[i] = s.fieldSideLine(l.key)
		default:
			shown[i] = s.codeSideLine(l.key)
		}
	}
	return shown
}

func (s *codebookScreen) codeSideLine(key string) sideLine {
	p := s.program
	code, _ := p.project.Codebook().Entry(s.picked, key)
	l := sideLine{
		label: code.Names.In(p.words.Language()), detail: otherName(code.Names, p.words.Language()) + words.Isolate(key),
		colour: code.Colour, faint: !code.Offered(),
	}
	if n := s.uses[model.CodeRef{List: s.picked, Key: key}]; n > 0 {
		l.number = p.words.T("number", n)
	}
	if l.faint {
		l.label += " · " + p.words.T("code."+fate(code))
	}
	return l
}

func (s *codebookScreen) fieldSideLine(name string) sideLine {
	p := s.program
	g, _ := p.project.Codebook().FieldGuide(s.kind(), name)
	label := cmp.Or(g.Names.In(p.words.Language()), fieldLabel(p, s.kind(), name))
	l := sideLine{label: label, detail: otherName(g.Names, p.words.Language()) + words.Isolate(name), faint: g.Hidden}
	switch {
	case g.Hidden:
		l.number = p.words.T("code.hidden")
	case g.Required:
		l.number = p.words.T("code.required")
	}
	return l
}

// otherName is the name in the other language, to stand before a key.
func otherName(names model.Names, language string) string {
	name := names.Ar
	if language == "ar" {
		name = names.En
	}
	if name == "" {
		return ""
	}
	return words.Isolate(name) + " · "
}

// fate says what has become of a code that is not offered.
func fate(code model.Code) string {
	switch {
	case code.MergedInto != "":
		return "merged"
	case len(code.SplitInto) > 0:
		return "split"
	}
	return "retired"
}

// fieldLabel is what forms call a field.
func fieldLabel(p *program, kind model.Kind, name string) string {
	if key := "field." + string(kind) + "." + name; p.words.Has(key) {
		return p.words.T(key)
	}
	return p.words.T("field." + name)
}

// carry moves a code by a place on the screen, past the head of a family into
// the next one. Fields stay where they are.
func (s *codebookScreen) carry(from, by int) int {
	to := from + by
	if s.kind() != "" || to < 0 || to >= len(s.rows) || to == 0 && s.rows[0].head {
		return from
	}
	s.rows[from], s.rows[to] = s.rows[to], s.rows[from]
	s.list.lines[from], s.list.lines[to] = s.list.lines[to], s.list.lines[from]
	return to
}

// dropped keeps the place that a code was carried to, in one edit.
func (s *codebookScreen) dropped() {
	at := s.list.current
	key, family, before := s.rows[at].key, "", ""
	for i := at - 1; i >= 0 && family == ""; i-- {
		if s.rows[i].head {
			family = s.rows[i].key
		}
	}
	if next := at + 1; next < len(s.rows) && !s.rows[next].head {
		before = s.rows[next].key
	}
	s.edit(s.program.project.MoveCode(s.picked, key, family, before))
}

// shift moves the code at hand by a place and keeps that.
func (s *codebookScreen) shift(by int) {
	s.list.move(by)
	s.list.drop()
}
