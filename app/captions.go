package app

import (
	"cmp"
	"strings"

	"hashiya/app/words"
	"hashiya/model"
)

// longestCaption bounds what a chip shows of the text, in code points.
const longestCaption = 40

// longestName bounds what a card says of an entity, and longestClaimant what
// stands on a scale of who makes a claim.
const (
	longestName     = 40
	longestClaimant = 28
)

// caption is what a chip says of an item: what it is, and its role.
func (s *annotateScreen) caption(item model.Item) (title, role string) {
	switch item := item.(type) {
	case *model.Actor:
		return s.entityOrWords(item.Entity, item), s.code("actor_role", item.Role)
	case *model.Location:
		return s.entityOrWords(item.Entity, item), s.code("location_role", item.Role)
	case *model.Tactic:
		if title = s.code("tactic", item.Code); title == "" {
			title = s.ownWords(item)
		}
		return title, arrow(s.entities(item.Initiator), s.entities(item.Target))
	case *model.Date:
		return s.ownWords(item), s.program.period(item.Start, item.End)
	}
	return s.ownWords(item), ""
}

// period is one date, or two with a dash between them, each kept together.
func (p *program) period(start, end string) string {
	from, to := words.Isolate(p.words.Date(start)), words.Isolate(p.words.Date(end))
	if from == to || from == "" || to == "" {
		return cmp.Or(from, to)
	}
	return from + " – " + to
}

// arrow is who acts and on whom. The arrow turns with the line it stands in.
func arrow(from, to string) string {
	if to == "" {
		return from
	}
	return strings.TrimSpace(from + " › " + to)
}

// code returns a code's name in the language of the interface.
func (s *annotateScreen) code(list, key string) string {
	if code, found := s.program.project.Codebook().Code(list, key); found {
		return code.Names.In(s.program.words.Language())
	}
	return key
}

// entity returns an entity's name, in short where the name gives a short form
// in brackets or explains itself after a comma.
func (s *annotateScreen) entity(id string) string {
	e, found := s.program.project.Entities().ByID(id)
	if !found {
		return ""
	}
	name := e.Name(s.program.words.Language())
	if open := strings.LastIndex(name, "("); open > 0 && strings.HasSuffix(name, ")") {
		// "(SDF)" is a short form, "(captured)" an explanation.
		if short := name[open+1 : len(name)-1]; short == strings.ToUpper(short) {
			return short
		}
		name = strings.TrimSpace(name[:open])
	}
	// What follows a comma explains: "Rami Abdulrahman, SOHR director".
	if comma := strings.IndexAny(name, ",،"); comma > 0 {
		name = name[:comma]
	}
	return name
}

// shorten cuts a text to a number of code points.
func shorten(text string, most int) string {
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return text
}

func (s *annotateScreen) entities(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = words.Isolate(shorten(s.entity(id), longestName))
	}
	return strings.Join(names, s.program.words.T("list.and"))
}

func (s *annotateScreen) entityOrWords(id string, item model.Item) string {
	if name := s.entity(id); name != "" {
		return name
	}
	return s.ownWords(item)
}

// ownWords returns an item's own words, shortened.
func (s *annotateScreen) ownWords(item model.Item) string {
	var quotes []string
	for _, span := range s.session.SpansOf(item.Meta().ID) {
		if span.Field == "" {
			quotes = append(quotes, span.Text)
		}
	}
	if len(quotes) == 0 {
		return s.program.words.T("item.noWords")
	}
	return words.Isolate(shorten(strings.Join(quotes, " … "), longestCaption))
}

// figure is a count in the shortest form: the number with its modifier, or the
// modifier in words when there is none.
func (s *annotateScreen) figure(c *model.Count) string {
	if c.Value == "" {
		if c.Modifier == "" {
			return "–"
		}
		return s.code("count_modifier", c.Modifier)
	}
	sign := map[string]string{
		"more_than": "> ", "at_least": "≥ ", "less_than": "< ", "at_most": "≤ ", "approx": "≈ ",
	}[c.Modifier]
	if sign == "" {
		return string(c.Value)
	}
	return words.Isolate(sign + string(c.Value)) // or the sign would change sides
}

// sentence says what a count claims: "killed · persons · SDF · by ISIS".
func (s *annotateScreen) sentence(c *model.Count) string {
	t := s.program.words.T
	parts := []string{s.code("count_kind", c.What)}
	if c.Unit != "persons" {
		parts = append(parts, s.code("count_unit", c.Unit))
	}
	parts = append(parts, s.entities(c.Who))
	if by := s.entities(c.By); by != "" {
		parts = append(parts, t("claim.by", by))
	}
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	if len(said) == 0 {
		return t("claim.empty")
	}
	return strings.Join(said, " · ")
}

// says names who makes a claim, and who passed it on.
func (s *annotateScreen) says(c *model.Count) string {
	if len(c.ClaimedBy) == 0 {
		return ""
	}
	t := s.program.words.T
	said := s.entities(c.ClaimedBy[:1])
	if len(c.ClaimedBy) > 1 {
		said += t("claim.via", s.entities(c.ClaimedBy[1:]))
	}
	return t("claim.says", said)
}
