package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
	"hashiya/model"
)

// fieldsOf begins the name of the list of what the codebook says of the fields
// of a kind, beside the lists of codes.
const fieldsOf = "fields."

// codebookScreen shows the codebook: the codes of a list beside what is said of
// the one at hand. Supervisors shape it; for others it is to read.
type codebookScreen struct {
	program *program
	picked  string     // the list, or fieldsOf and a kind
	key     string     // the code or field at hand
	rows    []codeLine // what each line of the list stands for
	uses    map[model.CodeRef]int

	lists  *ui.Chooser
	list   *sideList
	form   *codeForm
	work   *ui.Button
	head   *fyne.Container // title and buttons
	status *ui.Text
}

// codeLine is a line of the list: a code, or the head of a family.
type codeLine struct {
	head   bool
	key    string // of the code, or of the family
	family string
}

func newCodebookScreen(p *program) *codebookScreen {
	s := &codebookScreen{program: p, picked: "tactic"}
	t := p.words.T
	s.lists = ui.NewChooser(ui.ChooserOptions{EmptyLabel: t("choose.none")}, s.listChoices())
	s.lists.OnPicked = func(keys []string) { s.pick(keys[0]) }
	s.lists.OnKey = s.passKey
	s.list = newSideList(p)
	s.list.mayLeave = s.release
	s.list.onCurrent = func(i int) { s.show(s.rows[i].key) }
	s.list.onEnter = func(int) { p.window.Canvas().Focus(s.form.first()) }
	if s.writable() {
		s.list.carry, s.list.onDrop = s.carry, s.dropped
	}
	s.form = newCodeForm(s)
	s.status = ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Truncate: true})
	return s
}

func (s *codebookScreen) passKey(name fyne.KeyName) bool {
	return s.program.plainKey(&fyne.KeyEvent{Name: name})
}

// writable tells whether the person may shape the codebook.
func (s *codebookScreen) writable() bool { return s.program.project.Supervises() }

// listChoices are the lists of codes and, behind them, the kinds whose fields
// the codebook speaks of.
func (s *codebookScreen) listChoices() []ui.Choice {
	t := s.program.words.T
	var choices []ui.Choice
	for _, list := range model.CodeLists() {
		choices = append(choices, ui.Choice{Key: list, Label: t("codes." + list), Detail: list})
	}
	for _, kind := range model.Kinds {
		choices = append(choices, ui.Choice{Key: fieldsOf + string(kind), Label: t("codes.fields", t("kind."+string(kind)))})
	}
	return choices
}

func (s *codebookScreen) content() fyne.CanvasObject {
	p, t := s.program, s.program.words.T
	s.work = ui.NewButton("", ui.Plain, func() { p.leaveFor(func() screen { return newWorkScreen(p) }) })
	importing := ui.NewButton(t("codebook.import"), ui.Plain, s.askImport)
	exporting := ui.NewButton(t("codebook.export"), ui.Plain, s.askExport)
	adding := ui.NewButton(t("codebook.add"), ui.Primary, s.askAdd)
	adding.SetIcon(theme.ContentAddIcon())
	setEnabled(importing, s.writable())
	setEnabled(adding, s.writable())
	title := ui.NewText(t("command.codebook"), ui.TextStyle{Size: 18, Weight: ui.Bold})
	s.head = ui.NewRow(2*ui.Step, title, ui.Spring(), s.work, importing, exporting, adding)
	codes := ui.NewCard(container.NewBorder(ui.NewPad(0, ui.Step, s.lists), nil, nil, nil, s.list))
	codes.SetPadding(2 * ui.Step)
	form := ui.NewCard(s.form.scroll)
	form.SetPadding(ui.Step)
	split := ui.NewSplit(ui.NewFixed(300, 0, codes), ui.NewFixed(380, 0, form), 0.4)
	page := container.NewBorder(ui.NewPad(0, 3*ui.Step, s.head), nil, nil, nil, split)
	key := "codebook.keys"
	if !s.writable() {
		key = "codebook.readOnly"
	}
	keys := ui.NewText(t(key), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorFaint})
	return p.frame.wrap(ui.NewPad(7*ui.Step, 3*ui.Step, page), ui.NewRow(0), ui.NewRow(4*ui.Step, ui.Expand(s.status), keys))
}

func (s *codebookScreen) shown() {
	s.lists.SetPicked(s.picked)
	s.reload()
	s.program.window.Canvas().Focus(s.list)
}

// pick shows another list.
func (s *codebookScreen) pick(list string) {
	if !s.release() {
		s.lists.SetPicked(s.picked)
		return
	}
	s.picked, s.key = list, ""
	s.reload()
	s.program.window.Canvas().Focus(s.list)
}

// kind returns the kind whose fields are shown, "" where codes are.
func (s *codebookScreen) kind() model.Kind {
	if after, is := cutFields(s.picked); is {
		return after
	}
	return ""
}

// reload shows the codebook as it is now, with the same code at hand.
func (s *codebookScreen) reload() {
	p := s.program
	uses, err := p.project.CodeUses()
	p.fail(err)
	s.uses = uses
	s.rows = s.lines()
	at := slices.IndexFunc(s.rows, func(l codeLine) bool { return !l.head && l.key == s.key })
	if at < 0 {
		at = slices.IndexFunc(s.rows, func(l codeLine) bool { return !l.head })
	}
	s.list.setLines(s.sideLines(), at)
	s.key = ""
	if at >= 0 {
		s.key = s.rows[at].key
	}
	s.form.show(s.key)
	stale, err := p.project.Stale()
	p.fail(err)
	s.work.SetLabel(p.words.N("codebook.work", len(stale)))
	s.head.Refresh() // the number may be wider now
	s.status.SetText(p.words.T("codebook.version", p.project.Codebook().Version))
	p.frame.refresh()
}

// show shows the code of a key in the form.
func (s *codebookScreen) show(key string) {
	s.key = key
	s.form.show(key)
}

// edit keeps what an action of the supervisor did, and shows it.
func (s *codebookScreen) edit(err error) bool {
	kept := s.program.keep(err)
	s.reload()
	return kept && err == nil
}

// do runs the commands that belong to this screen. Undo is the codebook's own.
func (s *codebookScreen) do(id commandID) bool {
	p := s.program
	switch id {
	case "undo":
		s.form.boxes().commit()
		s.edit(p.project.UndoCodebook())
	case "redo":
		s.form.boxes().commit()
		s.edit(p.project.RedoCodebook())
	case "pane":
		s.otherPane()
	case "rule":
		s.showRule()
	default:
		return false
	}
	return true
}

// guide is the help for the code or field at hand.
func (s *codebookScreen) guide() (model.Guide, bool) {
	book, language := s.program.project.Codebook(), s.program.words.Language()
	if kind := s.kind(); kind != "" {
		return book.FieldRule(kind, s.key, language)
	}
	return book.Rule(s.picked, s.key, language)
}

func (s *codebookScreen) otherPane() {
	canvas := s.program.window.Canvas()
	if canvas.Focused() == fyne.Focusable(s.list) {
		canvas.Focus(s.form.first())
		return
	}
	canvas.Focus(s.list)
}

// showRule shows what annotators see of the code at hand.
func (s *codebookScreen) showRule() {
	if g, found := s.guide(); found {
		s.program.showRuling(ruling{title: first(s.lists.Labels()), guides: []model.Guide{g}})
	}
}

// back leads from the form to the list.
func (s *codebookScreen) back() bool { return s.program.focusBack(s.list) }

func (s *codebookScreen) release() bool {
	s.form.boxes().commit()
	typed, _ := s.form.boxes().pending()
	return !typed
}

func (s *codebookScreen) left() { s.form.boxes().commit() }

// pending tells the saved mark of words that are not in the file.
func (s *codebookScreen) pending() (typed, refused bool) { return s.form.boxes().pending() }

// steps tells whether there is something to undo and to redo.
func (s *codebookScreen) steps() (undo, redo bool) {
	back, on, err := s.program.project.CodebookSteps()
	s.program.fail(err)
	return back != "" && s.writable(), on != "" && s.writable()
}

// again shows the codebook anew, in another language or look.
func (s *codebookScreen) again() {
	n := newCodebookScreen(s.program)
	n.picked, n.key = s.picked, s.key
	s.program.show(n)
}
