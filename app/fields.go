package app

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/model"
)

// pause is how long a field waits after the last key before it keeps what was
// typed, so that a crash costs no more than that.
const pause = time.Second

// field is the control for one value, whatever its type.
type field interface {
	object() fyne.CanvasObject
	focusable() fyne.Focusable
	show(values []string)
	enable(on bool)
	commit()
	pending() bool // it shows something that is not in the file
	refused() bool // and that could not be kept
}

// fieldHost is what a field needs of its surroundings.
type fieldHost struct {
	set   func(values ...string) error // keeps a value; an error has been told
	focus func(gained bool)
	first func(name fyne.KeyName) bool // sees keys before the field; nil for none
	typed func()                       // something was typed; nil for none
	leave func()                       // gives the keyboard back to the article
}

// newField makes the control for a field.
func newField(p *program, f model.Field, host fieldHost) field {
	switch f.Type {
	case model.CodeValue, model.EntityValue, model.EntityList, model.BoolValue, model.TriValue:
		return newChooserField(p, f, host)
	}
	return newEntryField(p, f, host)
}

// entryField is a field that is typed.
type entryField struct {
	program *program
	entry   *ui.Entry
	model   model.Field
	host    fieldHost
	kept    []string // what the file holds
	cancel  func()   // of the timer that commits
}

func newEntryField(p *program, f model.Field, host fieldHost) *entryField {
	e := &entryField{program: p, model: f, host: host, cancel: func() {}}
	options := ui.EntryOptions{Direction: ui.FirstStrong, DigitsOnly: f.Type == model.DecimalValue}
	switch f.Type {
	case model.DateValue:
		options.Placeholder, options.Direction = p.words.T("hint.date"), ui.LeftToRight
	case model.PeriodValue:
		options.Placeholder, options.Direction = p.words.T("hint.period"), ui.LeftToRight
	case model.DecimalValue:
		options.Direction = ui.LeftToRight
	}
	// A word that is left half typed would be a wrong value, a note is not.
	options.KeepOnEsc = f.Type == model.TextValue
	if f.Name == "note" {
		options.Multiline, options.Rows = true, 2
	}
	e.entry = ui.NewEntry(options)
	e.entry.OnChanged = e.changed
	e.entry.OnCommit = e.keep
	e.entry.OnCancel = host.leave
	e.entry.OnFocus, e.entry.OnFirst = host.focus, host.first
	e.entry.OnKey = func(name fyne.KeyName) bool { return p.plainKey(&fyne.KeyEvent{Name: name}) }
	return e
}

// changed says that something is on the screen that is not in the file, and
// keeps it after a pause.
func (e *entryField) changed(string) {
	if e.host.typed != nil {
		e.host.typed()
	}
	e.cancel()
	e.cancel = func() {}
	switch {
	case !e.entry.HasUncommitted():
		// What could not be kept is not on the screen any more.
		e.program.frame.failed = false
	case !e.short():
		e.cancel = e.program.runner.After(pause, func() { e.program.runner.Do(e.entry.Commit) })
	}
	e.program.frame.settle()
}

func (e *entryField) keep(text string) {
	e.cancel()
	var values []string
	if text = e.plain(text); text != "" {
		values = []string{text}
	}
	switch err := e.host.set(values...); {
	case err == nil:
		e.entry.SetError("")
	case isNothing(err):
		// The same value in other digits: the screen shows it as the file has it.
		e.show(e.kept)
		e.entry.SetError("")
	default:
		e.entry.Reject(e.program.message(err))
		if isFieldError(err) {
			e.program.notices.Withdraw(e.entry.Error()) // said at the field, and so not twice
		}
	}
	e.program.frame.settle()
}

// plain writes a number or date with ASCII digits and no space around it; free
// text is kept as it was typed.
func (e *entryField) plain(text string) string {
	if e.model.Type == model.TextValue {
		return text
	}
	text = plainDigits(strings.TrimSpace(text))
	switch {
	case e.model.Name == "published": // what others are completed from
	case e.model.Type == model.DateValue:
		return fullDate(text, e.program.published())
	case e.model.Type == model.PeriodValue:
		return fullPeriod(text, e.program.published())
	}
	return text
}

// short tells whether a date is typed so far that it would be completed; there
// may be more to come.
func (e *entryField) short() bool {
	return e.model.Type != model.TextValue && e.plain(e.entry.Text()) != plainDigits(strings.TrimSpace(e.entry.Text()))
}

// plainDigits writes the digits of three scripts as ASCII.
func plainDigits(text string) string {
	out := []rune(text)
	for i, r := range out {
		switch {
		case r >= '٠' && r <= '٩':
			out[i] = '0' + r - '٠'
		case r >= '۰' && r <= '۹':
			out[i] = '0' + r - '۰'
		}
	}
	return string(out)
}

func (e *entryField) object() fyne.CanvasObject { return e.entry }
func (e *entryField) focusable() fyne.Focusable { return e.entry }
func (e *entryField) enable(on bool)            { setEnabled(e.entry, on) }
func (e *entryField) commit()                   { e.entry.Commit() }
func (e *entryField) pending() bool             { return e.entry.HasUncommitted() }
func (e *entryField) refused() bool             { return e.pending() && e.entry.Error() != "" }

// show shows a value; what is being typed is not taken away.
func (e *entryField) show(values []string) {
	e.kept = values
	text := ""
	if len(values) > 0 {
		text = values[0]
	}
	if !e.entry.HasUncommitted() && e.entry.Text() != text {
		e.entry.SetText(text)
	}
}

// chooserField is a field whose value is picked from a list.
type chooserField struct {
	program *program
	model   model.Field
	chooser *ui.Chooser
	host    fieldHost
	kept    []string // what the file holds
}

func newChooserField(p *program, f model.Field, host fieldHost) *chooserField {
	t := p.words.T
	c := &chooserField{program: p, model: f, host: host}
	options := ui.ChooserOptions{
		Placeholder: t("choose"), ClearLabel: t("choose.clear"), EmptyLabel: t("choose.none"),
		Multiple: f.Type == model.EntityList,
	}
	if f.Entity != model.NoEntity {
		options.CreateLabel = func(text string) string { return t("choose.create", text) }
		options.Tone = func(string) ui.Tone { return entityTone(f.Entity) }
	}
	c.chooser = ui.NewChooser(options, nil)
	c.choices()
	c.chooser.OnPicked = c.keep
	c.chooser.OnCreate = c.create
	c.chooser.OnFocus, c.chooser.OnFirst = host.focus, host.first
	c.chooser.OnListKey = c.ruleKey
	c.chooser.OnKey = func(name fyne.KeyName) bool {
		if name == fyne.KeyEscape {
			host.leave()
			return true
		}
		return false
	}
	return c
}

func entityTone(kind model.EntityKind) ui.Tone {
	if kind == model.PlaceEntity {
		return ui.ToneLocation
	}
	return ui.ToneActor
}

// choices fills the list: codes, entities, or yes and no.
func (c *chooserField) choices() {
	p, f := c.program, c.model
	switch {
	case f.Type == model.CodeValue:
		c.chooser.SetChoices(codeChoices(p, f.List))
	case f.Entity != model.NoEntity:
		c.chooser.SetChoices(entityChoices(p, f.Entity))
	case f.Type == model.TriValue:
		c.chooser.SetChoices([]ui.Choice{{Key: "true", Label: p.words.T("yes")}, {Key: "false", Label: p.words.T("no")}})
	default:
		c.chooser.SetChoices([]ui.Choice{{Key: "true", Label: p.words.T("yes")}})
	}
}

func codeChoices(p *program, list string) []ui.Choice {
	language := p.words.Language()
	var choices []ui.Choice
	for _, code := range p.project.Codebook().List(list) {
		choices = append(choices, ui.Choice{
			Key: code.Key, Label: code.Names.In(language), Detail: code.Definition.In(language),
			Aliases: append([]string{code.Key, code.Names.Ar, code.Names.En}, code.Cues...),
		})
	}
	return choices
}

// entityChoices lists the entities that a field offers; those of no known type
// are in both lists.
func entityChoices(p *program, kind model.EntityKind) []ui.Choice {
	list := "entity_type_actor"
	if kind == model.PlaceEntity {
		list = "entity_type_location"
	}
	language := p.words.Language()
	var choices []ui.Choice
	for _, e := range p.project.Entities().All() {
		code, offered := p.project.Codebook().Code(list, e.Type)
		if !offered && e.Type != "" {
			continue
		}
		choices = append(choices, ui.Choice{
			Key: e.ID, Label: e.Name(language), Detail: code.Names.In(language),
			Aliases: append([]string{e.Key, e.NameAr, e.NameEn}, e.Aliases...),
		})
	}
	return choices
}

// keep keeps what was picked; what could not be kept is not shown either.
func (c *chooserField) keep(keys []string) {
	if err := c.host.set(keys...); err != nil {
		c.show(c.kept)
	}
}

// create adds an entity by the name typed and picks it.
func (c *chooserField) create(name string) {
	e, err := c.program.project.NewEntity(name, "")
	if !c.program.keep(err) || err != nil {
		return
	}
	keys := []string{e.ID}
	if c.model.Type == model.EntityList {
		keys = append(c.chooser.Picked(), e.ID)
	}
	c.chooser.SetPicked(keys...)
	c.keep(keys)
}

func (c *chooserField) object() fyne.CanvasObject { return c.chooser }
func (c *chooserField) focusable() fyne.Focusable { return c.chooser }
func (c *chooserField) enable(on bool)            { setEnabled(c.chooser, on) }
func (c *chooserField) commit()                   {}
func (c *chooserField) pending() bool             { return false }
func (c *chooserField) refused() bool             { return false }
func (c *chooserField) show(values []string) {
	c.kept = values
	c.chooser.SetPicked(values...)
}
