package app

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
)

// familyRow groups a code with others; a family can be made on the spot.
func (f *codeForm) familyRow() fyne.CanvasObject {
	s, t := f.screen, f.screen.program.words.T
	f.family = ui.NewChooser(ui.ChooserOptions{
		Placeholder: t("choose"), ClearLabel: t("choose.clear"), EmptyLabel: t("choose.none"),
		CreateLabel: func(text string) string { return t("choose.create", text) },
	}, nil)
	f.family.OnPicked = func(keys []string) {
		s.edit(s.program.project.MoveCode(s.picked, f.code.Key, first(keys), f.code.Key))
	}
	f.family.OnCreate = func(name string) {
		key, names := codeKey(name), model.Names{En: name}
		if s.program.words.RTL() {
			names = model.Names{Ar: name}
		}
		if s.edit(s.program.project.NameFamily(key, names)) {
			s.edit(s.program.project.MoveCode(s.picked, f.code.Key, key, f.code.Key))
		}
	}
	f.family.OnKey = s.passKey
	return labelled(t("code.family"), f.family)
}

// codeKey makes a key from a name: its letters and digits, the rest as "_".
func codeKey(name string) string {
	var key strings.Builder
	for _, r := range strings.ToLower(strings.TrimSpace(name)) {
		if model.ValidCodeKey(string(r)) {
			key.WriteRune(r)
		} else {
			key.WriteRune('_')
		}
	}
	return strings.Trim(key.String(), "_")
}

// colourRow is the colour of a code, with a square of it.
func (f *codeForm) colourRow() fyne.CanvasObject {
	t := f.screen.program.words.T
	options := line(ui.LeftToRight)
	options.Placeholder = "#rrggbb"
	box := f.text(options, func(c model.Code) string { return c.Colour },
		func(c *model.Code, text string) { c.Colour = strings.ToLower(strings.TrimSpace(text)) })
	f.swatch = canvas.NewRectangle(nil)
	f.swatch.CornerRadius = ui.RadiusControl
	return labelled(t("code.colour"), ui.NewRow(2*ui.Step, ui.NewFixed(ui.ControlHeight, ui.ControlHeight, f.swatch), ui.Expand(box.entry)))
}

// cueRow holds the words that hint at a code, one a line.
func (f *codeForm) cueRow() fyne.CanvasObject {
	box := f.text(multiline(3, ui.FirstStrong), func(c model.Code) string { return strings.Join(c.Cues, "\n") },
		func(c *model.Code, text string) { c.Cues = linesOf(text) })
	return labelled(f.screen.program.words.T("code.cues"), box.entry)
}

// linesOf returns the lines of a text that are not empty, without the space
// around them.
func linesOf(text string) []string {
	var lines []string
	for one := range strings.Lines(text) {
		if one = strings.TrimSpace(one); one != "" {
			lines = append(lines, one)
		}
	}
	return lines
}

// mappings are the terms of other schemes.
func (f *codeForm) mappings() fyne.CanvasObject {
	all := schemes[:]
	for _, code := range f.screen.program.project.Codebook().All() {
		for scheme := range maps.Keys(code.Mappings) {
			if !slices.Contains(all, scheme) {
				all = append(slices.Clone(all), scheme)
			}
		}
	}
	slices.Sort(all[len(schemes):])
	grid := ui.NewGrid(leastField, 3*ui.Step)
	for _, scheme := range all {
		box := f.text(line(ui.LeftToRight), func(c model.Code) string { return string(c.Mappings[scheme]) },
			func(c *model.Code, text string) { c.Mappings = mapped(c.Mappings, scheme, strings.TrimSpace(text)) })
		name := ui.NewText(strings.ToUpper(scheme), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Direction: ui.LeftToRight})
		grid.Add(ui.NewColumn(ui.Step, name, box.entry))
	}
	return grid
}

// mapped returns a copy of mappings with another term. That there is no sound
// one stays said where it was.
func mapped(mappings map[string]model.Mapping, scheme, term string) map[string]model.Mapping {
	next := maps.Clone(mappings)
	if next == nil {
		next = map[string]model.Mapping{}
	}
	if _, known := next[scheme]; known || term != "" {
		next[scheme] = model.Mapping(term)
	}
	if len(next) == 0 {
		return nil
	}
	return next
}

// fieldSwitches say whether forms show a field and whether an item needs it.
func (f *codeForm) fieldSwitches() fyne.CanvasObject {
	t := f.screen.program.words.T
	f.shown = ui.NewSwitch(t("code.show"), func(on bool) { f.guide(func(g *model.FieldGuide) { g.Hidden = !on }) })
	f.needed = ui.NewSwitch(t("code.need"), func(on bool) { f.guide(func(g *model.FieldGuide) { g.Required = on }) })
	return ui.NewFlow(6*ui.Step, 2*ui.Step, f.shown, f.needed)
}

// guide keeps a change of a field's guide.
func (f *codeForm) guide(change func(*model.FieldGuide)) {
	s := f.screen
	g, _ := s.program.project.Codebook().FieldGuide(s.kind(), f.code.Key)
	g.Name = f.code.Key
	change(&g)
	s.edit(s.program.project.GuideField(s.kind(), g))
}

// showRest shows what only codes have, or only fields.
func (f *codeForm) showRest() {
	p, kind := f.screen.program, f.screen.kind()
	for _, o := range f.ofCodes {
		showIf(o, kind == "")
	}
	for _, o := range f.ofField {
		showIf(o, kind != "")
	}
	if kind != "" {
		g, _ := p.project.Codebook().FieldGuide(kind, f.code.Key)
		f.shown.SetOn(!g.Hidden)
		f.needed.SetOn(g.Required)
		return
	}
	f.swatch.FillColor = colourOf(f.code.Colour)
	f.swatch.Refresh()
	var choices []ui.Choice
	for _, family := range p.project.Codebook().Families {
		choices = append(choices, ui.Choice{Key: family.Key, Label: family.Names.In(p.words.Language()), Aliases: []string{family.Key, family.Names.Ar, family.Names.En}})
	}
	f.family.SetChoices(choices)
	f.family.SetPicked()
	if f.code.Family != "" {
		f.family.SetPicked(f.code.Family)
	}
}

// showReading shows the code as those see it who do not shape the codebook.
func (f *codeForm) showReading() {
	s, p := f.screen, f.screen.program
	f.reading.Objects = nil
	if g, found := s.guide(); found {
		g.Name = "" // stands over it already
		f.reading.Add(p.guideContent(g))
	}
	if cues := f.code.Cues; len(cues) > 0 {
		f.reading.Add(labelled(p.words.T("code.cues"), ui.NewParagraph(strings.Join(cues, "\n"), ui.ParagraphStyle{Direction: ui.FirstStrong})))
	}
	terms := ui.NewColumn(ui.Step)
	for _, scheme := range slices.Sorted(maps.Keys(f.code.Mappings)) {
		if term := f.code.Mappings[scheme]; term != "" {
			terms.Add(small(words.Isolate(strings.ToUpper(scheme) + ": " + string(term))))
		}
	}
	if len(terms.Objects) > 0 {
		f.reading.Add(labelled(p.words.T("code.mappings"), terms))
	}
	f.reading.Refresh()
}

func showIf(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// codePairs are wordings in both languages, one a line, with an empty line to
// add another. A line that is emptied goes.
type codePairs struct {
	form    *codeForm
	key     string // of its name
	list    func(*model.Code) *[]model.Names
	content *fyne.Container
	column  *fyne.Container
	ar, en  textBoxes
}

func newCodePairs(f *codeForm, key string, list func(*model.Code) *[]model.Names) *codePairs {
	c := &codePairs{form: f, key: key, list: list, column: ui.NewColumn(2 * ui.Step)}
	name := ui.NewText(f.screen.program.words.T(key), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary})
	c.content = ui.NewColumn(ui.Step, name, c.column)
	return c
}

func (c *codePairs) boxes() textBoxes { return slices.Concat(c.ar, c.en) }

// show shows the wordings of the form's code; other says that it is another code
// than before.
func (c *codePairs) show(other bool) {
	texts := *c.list(&c.form.code)
	wanted := len(texts) + 1
	for len(c.ar) < wanted {
		c.add()
	}
	for i := range c.ar {
		var text model.Names
		if i < len(texts) {
			text = texts[i]
		}
		for box, is := range map[*textBox]string{c.ar[i]: text.Ar, c.en[i]: text.En} {
			if other {
				box.reset(is)
			}
			box.showText(is)
		}
		showIf(c.column.Objects[i], i < wanted)
	}
}

// add makes the boxes of another line.
func (c *codePairs) add() {
	p, n := c.form.screen.program, len(c.ar)
	box := func(direction ui.Direction, at func(*model.Names) *string) *textBox {
		return newTextBox(p, line(direction), func(text string) error {
			return c.form.change(func(code *model.Code) { c.put(code, n, at, strings.TrimSpace(text)) })
		})
	}
	ar := box(ui.RightToLeft, func(names *model.Names) *string { return &names.Ar })
	en := box(ui.LeftToRight, func(names *model.Names) *string { return &names.En })
	c.ar, c.en = append(c.ar, ar), append(c.en, en)
	row := halves(en.entry, ar.entry)
	if p.words.RTL() {
		row = halves(ar.entry, en.entry)
	}
	c.column.Add(row)
}

// put puts a text into the n-th wording of a code.
func (c *codePairs) put(code *model.Code, n int, at func(*model.Names) *string, text string) {
	texts := slices.Clone(*c.list(code))
	for len(texts) <= n {
		texts = append(texts, model.Names{})
	}
	*at(&texts[n]) = text
	*c.list(code) = slices.DeleteFunc(texts, func(names model.Names) bool { return names == model.Names{} })
}
