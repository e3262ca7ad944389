package app

import (
	"strings"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
)

// entityForm shows one entity. Every value is kept when it is left: one edit
// each.
type entityForm struct {
	screen *entityScreen
	id     string
	scroll *ui.Scroll
	title  *ui.Paragraph
	state  *ui.Paragraph
	texts  textBoxes
	gets   []func(model.Entity) string // of each text
	kind   *ui.Chooser
	parent *ui.Chooser
	merge  *ui.Button
}

func newEntityForm(s *entityScreen) *entityForm {
	f := &entityForm{screen: s}
	t := s.program.words.T
	f.title = ui.NewParagraph("", ui.ParagraphStyle{Size: 18, Weight: ui.Bold, Direction: ui.FirstStrong})
	f.state = small("")
	f.merge = ui.NewButton(t("entities.merge"), ui.Plain, s.askMerge)
	f.merge.SetTooltip(t("entities.merge.why"), "")
	ar := f.text(line(ui.RightToLeft), func(e model.Entity) string { return e.NameAr }, func(e *model.Entity, v string) { e.NameAr = v })
	en := f.text(line(ui.LeftToRight), func(e model.Entity) string { return e.NameEn }, func(e *model.Entity, v string) { e.NameEn = v })
	aliases := f.text(multiline(3, ui.FirstStrong), func(e model.Entity) string { return strings.Join(e.Aliases, "\n") },
		func(e *model.Entity, v string) { e.Aliases = linesOf(v) })
	key := f.text(line(ui.LeftToRight), func(e model.Entity) string { return e.Key }, func(e *model.Entity, v string) { e.Key = v })
	lat := f.text(line(ui.LeftToRight), func(e model.Entity) string { return string(e.Lat) }, func(e *model.Entity, v string) { e.Lat = degrees(v) })
	lon := f.text(line(ui.LeftToRight), func(e model.Entity) string { return string(e.Lon) }, func(e *model.Entity, v string) { e.Lon = degrees(v) })
	pcode := f.text(line(ui.LeftToRight), func(e model.Entity) string { return e.PCode }, func(e *model.Entity, v string) { e.PCode = v })
	f.kind = f.chooser(func(e *model.Entity, v string) { e.Type = v })
	f.parent = f.chooser(func(e *model.Entity, v string) { e.Parent = v })
	f.scroll = ui.NewScroll(ui.NewPad(3*ui.Step, 3*ui.Step, ui.NewColumn(3*ui.Step,
		f.title, f.state, ui.NewFlow(2*ui.Step, 2*ui.Step, f.merge),
		s.program.besideEachOther("code.name", ar.entry, en.entry),
		halves(labelled(t("entities.type"), f.kind), labelled(t("entities.parent"), f.parent)),
		labelled(t("entities.aliases"), aliases.entry),
		halves(labelled(t("field.lat"), lat.entry), labelled(t("field.lon"), lon.entry)),
		halves(labelled(t("entities.pcode"), pcode.entry), labelled(t("code.key"), key.entry)),
	)))
	return f
}

// degrees reads a coordinate in any digits.
func degrees(text string) model.Decimal { return model.Decimal(plainDigits(strings.TrimSpace(text))) }

func (f *entityForm) text(options ui.EntryOptions, get func(model.Entity) string, set func(*model.Entity, string)) *textBox {
	box := newTextBox(f.screen.program, options, func(text string) error {
		return f.change(func(e *model.Entity) { set(e, text) })
	})
	f.texts, f.gets = append(f.texts, box), append(f.gets, get)
	return box
}

func (f *entityForm) chooser(set func(*model.Entity, string)) *ui.Chooser {
	p := f.screen.program
	t := p.words.T
	c := ui.NewChooser(ui.ChooserOptions{Placeholder: t("choose"), ClearLabel: t("choose.clear"), EmptyLabel: t("choose.none")}, nil)
	c.OnPicked = func(keys []string) {
		err := f.change(func(e *model.Entity) { set(e, first(keys)) })
		p.keep(err)
		f.show(f.id) // what could not be kept is not shown either
	}
	c.OnKey = func(name fyne.KeyName) bool { return p.plainKey(&fyne.KeyEvent{Name: name}) }
	return c
}

// change keeps a changed copy of the entity, in one edit.
func (f *entityForm) change(with func(*model.Entity)) error {
	s := f.screen
	e, found := s.program.project.Entities().ByID(f.id)
	if !found {
		return nil
	}
	with(&e)
	err := s.program.project.ChangeEntity(e)
	if err == nil {
		s.reload()
	}
	return err
}

// first is where the keyboard goes when it enters the form.
func (f *entityForm) first() fyne.Focusable {
	if f.screen.program.words.RTL() {
		return f.texts[0].entry
	}
	return f.texts[1].entry
}

// show shows an entity; what was typed for another one was kept before.
func (f *entityForm) show(id string) {
	p := f.screen.program
	e, found := p.project.Entities().ByID(id)
	other := id != f.id
	f.id = id
	f.scroll.Hidden = !found
	if !found {
		return
	}
	for i, box := range f.texts {
		if other {
			box.reset(f.gets[i](e))
		}
		box.showText(f.gets[i](e))
	}
	f.title.SetText(e.Name(p.words.Language()))
	f.state.SetText(words.Isolate(e.Key) + " · " + p.words.N("entities.mentions", f.screen.mentions[e.ID]))
	f.kind.SetChoices(f.types())
	setPicked(f.kind, e.Type)
	f.parent.SetChoices(f.parents(e))
	parent, _ := p.project.Entities().ByID(e.Parent)
	setPicked(f.parent, parent.ID)
	on := !p.project.ReadOnly()
	f.texts.enable(on)
	setEnabled(f.kind, on)
	setEnabled(f.parent, on)
	showIf(f.merge, p.project.Supervises())
	if other {
		f.scroll.SetOffset(0)
	}
	f.scroll.Refresh()
}

// setPicked picks one key, none for "".
func setPicked(c *ui.Chooser, key string) {
	c.SetPicked()
	if key != "" {
		c.SetPicked(key)
	}
}

// types are those of actors and, behind them, those of places.
func (f *entityForm) types() []ui.Choice {
	p := f.screen.program
	var choices []ui.Choice
	for _, list := range []string{"entity_type_actor", "entity_type_location"} {
		for _, c := range codeChoices(p, list) {
			known := false
			for _, one := range choices {
				known = known || one.Key == c.Key // "other" is in both
			}
			if !known {
				choices = append(choices, c)
			}
		}
	}
	return choices
}

// parents are the entities that one may be part of.
func (f *entityForm) parents(of model.Entity) []ui.Choice {
	var choices []ui.Choice
	for _, e := range f.screen.program.project.Entities().All() {
		if e.ID != of.ID {
			choices = append(choices, f.choice(e))
		}
	}
	return choices
}

func (f *entityForm) choice(e model.Entity) ui.Choice {
	kind, _ := f.screen.typeName(e.Type)
	return ui.Choice{Key: e.ID, Label: e.Name(f.screen.program.words.Language()), Detail: kind, Aliases: append([]string{e.Key, e.NameAr, e.NameEn}, e.Aliases...)}
}
