package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
)

// schemes are the coding schemes that forms offer mappings to; others that a
// codebook has are shown behind them.
var schemes = [...]string{"acled", "gtd", "plover", "ucdp"}

// codeForm shows what the codebook says of one code, or of one field of a kind.
// Every text is kept when it is left: one edit each.
type codeForm struct {
	screen  *codebookScreen
	scroll  *ui.Scroll
	list    string     // that the code is of
	code    model.Code // shown; a field's guide in the form of a code
	title   *ui.Paragraph
	state   *ui.Paragraph
	actions *fyne.Container
	reading *fyne.Container // what others than supervisors read
	texts   []*codeText
	pairs   []*codePairs
	swatch  *canvas.Rectangle
	family  *ui.Chooser
	shown   *ui.Switch // of a field: forms show it
	needed  *ui.Switch // of a field: an item without it is not complete
	ofCodes []fyne.CanvasObject
	ofField []fyne.CanvasObject
}

// codeText is a box for one text of a code.
type codeText struct {
	box *textBox
	get func(model.Code) string
}

func newCodeForm(s *codebookScreen) *codeForm {
	f := &codeForm{screen: s}
	t := s.program.words.T
	f.title = ui.NewParagraph("", ui.ParagraphStyle{Size: 18, Weight: ui.Bold, Direction: ui.FirstStrong})
	f.state = small("")
	f.actions = ui.NewFlow(2*ui.Step, 2*ui.Step)
	column := ui.NewColumn(3*ui.Step, f.title, f.state, f.actions)
	f.scroll = ui.NewScroll(ui.NewPad(3*ui.Step, 3*ui.Step, column))
	f.reading = ui.NewColumn(4 * ui.Step)
	if !s.writable() {
		column.Add(f.reading)
		return f
	}
	column.Add(f.both("code.name", 0, func(c *model.Code) *model.Names { return &c.Names }))
	column.Add(f.both("code.definition", 3, func(c *model.Code) *model.Names { return &c.Definition }))
	column.Add(f.both("code.rule", 3, func(c *model.Code) *model.Names { return &c.Rule }))
	f.pairs = []*codePairs{
		newCodePairs(f, "code.examples", func(c *model.Code) *[]model.Names { return &c.Examples }),
		newCodePairs(f, "code.counter", func(c *model.Code) *[]model.Names { return &c.CounterExamples }),
	}
	for _, pairs := range f.pairs {
		column.Add(pairs.content)
	}
	f.ofCodes = []fyne.CanvasObject{f.familyRow(), f.colourRow(), f.cueRow(), labelled(t("code.mappings"), f.mappings())}
	f.ofField = []fyne.CanvasObject{f.fieldSwitches()}
	for _, o := range slices.Concat(f.ofCodes, f.ofField) {
		column.Add(o)
	}
	return f
}

// text makes a box for a text of a code.
func (f *codeForm) text(options ui.EntryOptions, get func(model.Code) string, set func(*model.Code, string)) *textBox {
	box := newTextBox(f.screen.program, options, func(text string) error {
		return f.change(func(c *model.Code) { set(c, text) })
	})
	f.texts = append(f.texts, &codeText{box, get})
	return box
}

// both are boxes for a text in both languages, that of the interface first.
func (f *codeForm) both(key string, rows int, names func(*model.Code) *model.Names) fyne.CanvasObject {
	ar := f.text(boxOptions(rows, ui.RightToLeft), func(c model.Code) string { return names(&c).Ar }, func(c *model.Code, text string) { names(c).Ar = text })
	en := f.text(boxOptions(rows, ui.LeftToRight), func(c model.Code) string { return names(&c).En }, func(c *model.Code, text string) { names(c).En = text })
	return f.screen.program.besideEachOther(key, ar.entry, en.entry)
}

// besideEachOther shows a field in Arabic and in English, that of the language
// of the interface first.
func (p *program) besideEachOther(key string, ar, en fyne.CanvasObject) fyne.CanvasObject {
	t := p.words.T
	arabic := labelled(t("code.inArabic", t(key)), ar)
	english := labelled(t("code.inEnglish", t(key)), en)
	if p.words.RTL() {
		return halves(arabic, english)
	}
	return halves(english, arabic)
}

// halfWidth is the least width of each of two halves.
const halfWidth = 160

// halves shows two objects side by side, each in half of the width.
func halves(one, other fyne.CanvasObject) *fyne.Container {
	half := func(o fyne.CanvasObject) fyne.CanvasObject { return ui.Expand(ui.NewFixed(halfWidth, 0, o)) }
	row := ui.NewRow(3*ui.Step, half(one), half(other))
	row.Layout = &ui.Row{Gap: 3 * ui.Step, Top: true}
	return row
}

func boxOptions(rows int, direction ui.Direction) ui.EntryOptions {
	if rows == 0 {
		return line(direction)
	}
	return multiline(rows, direction)
}

// boxes are all boxes of the form.
func (f *codeForm) boxes() textBoxes {
	var all textBoxes
	for _, text := range f.texts {
		all = append(all, text.box)
	}
	for _, pairs := range f.pairs {
		all = append(all, pairs.boxes()...)
	}
	return all
}

// first is where the keyboard goes when it enters the form; there is nothing
// for it where the codebook is only read.
func (f *codeForm) first() fyne.Focusable {
	if len(f.texts) == 0 {
		return f.screen.list
	}
	if f.screen.program.words.RTL() {
		return f.texts[0].box.entry
	}
	return f.texts[1].box.entry
}

// change keeps a changed copy of what is shown, in one edit.
func (f *codeForm) change(with func(*model.Code)) error {
	s := f.screen
	code, found := s.entry(f.code.Key)
	if !found {
		return nil
	}
	with(&code)
	err := s.keepEntry(code)
	if err == nil {
		s.reload()
	}
	return err
}

// show shows a code; what was typed for another one was kept before.
func (f *codeForm) show(key string) {
	code, found := f.screen.entry(key)
	changed := key != f.code.Key || f.list != f.screen.picked
	f.code, f.list = code, f.screen.picked
	f.scroll.Hidden = !found
	if !found {
		return
	}
	f.showState()
	if changed {
		f.scroll.SetOffset(0)
	}
	if f.screen.writable() {
		f.showBoxes(changed)
	} else {
		f.showReading()
	}
	f.scroll.Refresh()
}

// showBoxes shows the code to be written in; other says that it is another one
// than before.
func (f *codeForm) showBoxes(other bool) {
	code := f.code
	for _, text := range f.texts {
		if other {
			text.box.reset(text.get(code))
		}
		text.box.showText(text.get(code))
	}
	for _, pairs := range f.pairs {
		pairs.show(other)
	}
	f.showRest()
}

// showState shows what the code is called and what has become of it.
func (f *codeForm) showState() {
	s, p := f.screen, f.screen.program
	name := f.code.Names.In(p.words.Language())
	if s.kind() != "" && name == "" {
		name = fieldLabel(p, s.kind(), f.code.Key)
	}
	f.title.SetText(name)
	state := words.Isolate(f.code.Key)
	if s.kind() == "" {
		state += " · " + p.words.N("code.uses", s.uses[model.CodeRef{List: s.picked, Key: f.code.Key}])
		if !f.code.Offered() {
			state += " · " + p.words.T("code."+fate(f.code)) + f.into()
		}
	}
	f.state.SetText(state)
	f.showActions()
}

// showActions offers what can be done with the code now. The keyboard stays on
// the action it was on, or goes to the list when that is no longer offered.
func (f *codeForm) showActions() {
	s, canvas := f.screen, f.screen.program.window.Canvas()
	held := ""
	for _, o := range f.actions.Objects {
		if b := o.(*ui.Button); canvas.Focused() == fyne.Focusable(b) {
			held = b.Label()
		}
	}
	f.actions.Objects = nil
	if s.writable() && s.kind() == "" {
		f.actions.Objects = s.codeActions(f.code)
	}
	f.actions.Hidden = len(f.actions.Objects) == 0
	if held == "" {
		return
	}
	canvas.Focus(s.list)
	for _, o := range f.actions.Objects {
		if b := o.(*ui.Button); b.Label() == held {
			canvas.Focus(b)
		}
	}
}

// into names the codes that stand for one that was merged or split.
func (f *codeForm) into() string {
	p := f.screen.program
	guide, _ := p.project.Codebook().Rule(f.screen.picked, f.code.Key, p.words.Language())
	if len(guide.Instead) == 0 {
		return ""
	}
	return ": " + words.Isolate(strings.Join(guide.Instead, p.words.T("list.comma")))
}

// entry finds the code or the guide of a key.
func (s *codebookScreen) entry(key string) (model.Code, bool) {
	book := s.program.project.Codebook()
	kind := s.kind()
	if kind == "" {
		return book.Entry(s.picked, key)
	}
	if key == "" {
		return model.Code{}, false
	}
	g, _ := book.FieldGuide(kind, key)
	return model.Code{
		Key: key, Names: g.Names, Definition: g.Definition, Rule: g.Rule, Examples: slices.Clone(g.Examples), CounterExamples: slices.Clone(g.CounterExamples),
	}, true
}

// keepEntry keeps what a code or a guide says.
func (s *codebookScreen) keepEntry(code model.Code) error {
	project, kind := s.program.project, s.kind()
	if kind == "" {
		return project.ChangeCode(s.picked, code)
	}
	g, _ := project.Codebook().FieldGuide(kind, code.Key)
	g.Name, g.Names, g.Definition, g.Rule = code.Key, code.Names, code.Definition, code.Rule
	g.Examples, g.CounterExamples = code.Examples, code.CounterExamples
	return project.GuideField(kind, g)
}
