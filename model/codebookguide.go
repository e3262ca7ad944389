package model

import "slices"

// Guide is the help for one code or field in one language: what a person reads
// before deciding.
type Guide struct {
	Name            string
	Definition      string
	Rule            string
	Examples        []string
	CounterExamples []string
	Instead         []string // names of the codes to use in the place of one that is not offered
	Offered         bool     // false for a code that new work may not use
}

// Rule returns the help for a code of a list in a language ("ar" or "en"), in
// the other one where a text is missing; found is false for an unknown code.
func (c *Codebook) Rule(list, key, language string) (g Guide, found bool) {
	code, found := c.Entry(list, key)
	if !found {
		return Guide{}, false
	}
	g = guide(code.Names, code.Definition, code.Rule, code.Examples, code.CounterExamples, language)
	g.Offered = code.Offered()
	instead := code.SplitInto
	if code.MergedInto != "" {
		instead = []string{c.Resolve(list, key)}
	}
	for _, other := range instead {
		if in, known := c.Entry(list, other); known {
			g.Instead = append(g.Instead, in.Names.In(language))
		}
	}
	return g, true
}

// FieldRule returns the help for a field of a kind of item, as Rule does;
// found is false when the codebook says nothing of the field.
func (c *Codebook) FieldRule(kind Kind, field, language string) (g Guide, found bool) {
	f, found := c.FieldGuide(kind, field)
	if !found {
		return Guide{}, false
	}
	g = guide(f.Names, f.Definition, f.Rule, f.Examples, f.CounterExamples, language)
	g.Offered = !f.Hidden
	return g, true
}

func guide(names, definition, rule Names, examples, counter []Names, language string) Guide {
	return Guide{
		Name: names.In(language), Definition: definition.In(language), Rule: rule.In(language),
		Examples: inLanguage(examples, language), CounterExamples: inLanguage(counter, language),
	}
}

func inLanguage(texts []Names, language string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, text.In(language))
	}
	return all
}

// FieldGuide returns what the codebook says of a field of a kind of item; found
// is false when it says nothing.
func (c *Codebook) FieldGuide(kind Kind, field string) (FieldGuide, bool) {
	i := slices.IndexFunc(c.Kinds[kind], func(g FieldGuide) bool { return g.Name == field })
	if i < 0 {
		return FieldGuide{}, false
	}
	return c.Kinds[kind][i], true
}

// Shows reports whether forms show a field of a kind: all but those that the
// codebook hides.
func (c *Codebook) Shows(kind Kind, field string) bool {
	g, _ := c.FieldGuide(kind, field)
	return !g.Hidden
}

// Required returns the names of the fields that an item of a kind needs; stated
// is false when the codebook says nothing of the kind.
func (c *Codebook) Required(kind Kind) (fields []string, stated bool) {
	guides, stated := c.Kinds[kind]
	for _, g := range guides {
		if g.Required {
			fields = append(fields, g.Name)
		}
	}
	return fields, stated
}

// FamilyName returns the name of a family in a language, its key when it has
// none.
func (c *Codebook) FamilyName(key, language string) string {
	for _, f := range c.Families {
		if name := f.Names.In(language); f.Key == key && name != "" {
			return name
		}
	}
	return key
}
