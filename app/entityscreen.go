package app

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
	"hashiya/model"
	"hashiya/model/arabic"
)

// entityScreen lists what actors and places refer to, with a filter, beside a
// form for the one at hand.
type entityScreen struct {
	program  *program
	query    string
	id       string // of the entity at hand
	rows     []model.Entity
	mentions map[string]int

	filter *ui.Entry
	list   *sideList
	middle *fyne.Container // the list, or what to do when it is empty
	form   *entityForm
	status *ui.Text
}

func newEntityScreen(p *program) *entityScreen {
	s := &entityScreen{program: p}
	s.filter = ui.NewEntry(ui.EntryOptions{Placeholder: p.words.T("entities.filter"), Direction: ui.FirstStrong})
	s.filter.OnChanged = s.look
	s.filter.OnKey = s.filterKey
	s.filter.OnCancel = func() { p.window.Canvas().Focus(s.list) }
	s.list = newSideList(p)
	s.list.mayLeave = s.release
	s.list.onCurrent = func(i int) { s.show(s.rows[i].ID) }
	s.list.onEnter = func(int) { p.window.Canvas().Focus(s.form.first()) }
	s.middle = container.NewStack()
	s.form = newEntityForm(s)
	s.status = ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Truncate: true})
	return s
}

// filterKey goes from the filter to the list.
func (s *entityScreen) filterKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		s.program.window.Canvas().Focus(s.list)
		return true
	}
	return s.program.plainKey(&fyne.KeyEvent{Name: name})
}

func (s *entityScreen) content() fyne.CanvasObject {
	p, t := s.program, s.program.words.T
	adding := ui.NewButton(t("entities.add"), ui.Primary, s.askAdd)
	adding.SetIcon(theme.ContentAddIcon())
	setEnabled(adding, !p.project.ReadOnly())
	title := ui.NewText(t("command.entities"), ui.TextStyle{Size: 18, Weight: ui.Bold})
	head := ui.NewRow(2*ui.Step, title, ui.Spring(), adding)
	entities := ui.NewCard(container.NewBorder(ui.NewPad(0, ui.Step, s.filter), nil, nil, nil, s.middle))
	entities.SetPadding(2 * ui.Step)
	form := ui.NewCard(s.form.scroll)
	form.SetPadding(ui.Step)
	split := ui.NewSplit(ui.NewFixed(300, 0, entities), ui.NewFixed(380, 0, form), 0.42)
	page := container.NewBorder(ui.NewPad(0, 3*ui.Step, head), nil, nil, nil, split)
	keys := ui.NewText(t("entities.keys"), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorFaint})
	return p.frame.wrap(ui.NewPad(7*ui.Step, 3*ui.Step, page), ui.NewRow(0), ui.NewRow(4*ui.Step, ui.Expand(s.status), keys))
}

func (s *entityScreen) shown() {
	s.filter.SetText(s.query)
	s.reload()
	s.program.window.Canvas().Focus(s.list)
}

// look shows the entities that go by what is typed.
func (s *entityScreen) look(query string) {
	if s.release() {
		s.query = query
		s.reload()
	}
}

// reload shows the entities as they are now, with the same one at hand.
func (s *entityScreen) reload() {
	p := s.program
	mentions, err := p.project.EntityMentions()
	p.fail(err)
	s.mentions = mentions
	all := p.project.Entities().All()
	s.rows = s.rows[:0]
	for _, e := range all {
		if entityFits(e, s.query) {
			s.rows = append(s.rows, e)
		}
	}
	language := p.words.Language()
	slices.SortStableFunc(s.rows, func(a, b model.Entity) int {
		return cmp.Or(mentions[b.ID]-mentions[a.ID], strings.Compare(a.Name(language), b.Name(language)))
	})
	at := max(slices.IndexFunc(s.rows, func(e model.Entity) bool { return e.ID == s.id }), min(0, len(s.rows)-1))
	lines := make([]sideLine, len(s.rows))
	for i, e := range s.rows {
		lines[i] = s.line(e)
	}
	s.list.setLines(lines, at)
	s.middle.Objects = []fyne.CanvasObject{s.list}
	if len(lines) == 0 {
		key := map[bool]string{true: "entities.none", false: "entities.empty"}[len(all) > 0]
		s.middle.Objects = []fyne.CanvasObject{container.NewCenter(ui.NewFixed(260, 0, small(p.words.T(key))))}
	}
	s.middle.Refresh()
	id := ""
	if at >= 0 {
		id = s.rows[at].ID
	}
	s.show(id)
	s.status.SetText(p.words.N("entities.status", len(s.rows), len(all)))
	p.frame.refresh()
}

// entityFits tells whether an entity goes by all words of a query, letters
// folded.
func entityFits(e model.Entity, query string) bool {
	names := append([]string{e.Key, e.NameAr, e.NameEn}, e.Aliases...)
	text := arabic.FoldSearch(strings.Join(names, "\n")).String()
	for _, word := range strings.Fields(arabic.FoldSearch(query).String()) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

func (s *entityScreen) line(e model.Entity) sideLine {
	p := s.program
	kind, _ := s.typeName(e.Type)
	l := sideLine{
		label:  e.Name(p.words.Language()),
		detail: otherName(model.Names{Ar: e.NameAr, En: e.NameEn}, p.words.Language()) + cmp.Or(kind, p.words.T("entities.noType")),
	}
	if n := s.mentions[e.ID]; n > 0 {
		l.number = p.words.T("number", n)
	}
	return l
}

// typeName is what a type is called, and whether it is one of places.
func (s *entityScreen) typeName(key string) (name string, place bool) {
	book, language := s.program.project.Codebook(), s.program.words.Language()
	if code, found := book.Code("entity_type_actor", key); found {
		return code.Names.In(language), false
	}
	code, found := book.Code("entity_type_location", key)
	return code.Names.In(language), found
}

// show shows an entity in the form.
func (s *entityScreen) show(id string) {
	s.id = id
	s.form.show(id)
}

// edit keeps what an action did, and shows it.
func (s *entityScreen) edit(err error) bool {
	kept := s.program.keep(err)
	s.reload()
	return kept && err == nil
}

// askAdd asks for the name of a new entity; the filter is what was looked for.
func (s *entityScreen) askAdd() {
	p, t := s.program, s.program.words.T
	if p.project.ReadOnly() {
		return
	}
	names := []question{{t("entities.name"), line(ui.FirstStrong), s.query}}
	p.ask(t("entities.add"), "", names, func(answers []string) error {
		e, err := p.project.NewEntity(answers[0], "")
		if err != nil {
			return err
		}
		s.query, s.id = "", e.ID
		s.filter.SetText("")
		s.edit(nil)
		p.window.Canvas().Focus(s.form.first())
		return nil
	})
}

// askMerge asks which entity is to stand for the one at hand.
func (s *entityScreen) askMerge() {
	p := s.program
	from, found := p.project.Entities().ByID(s.id)
	if !found {
		return
	}
	var choices []ui.Choice
	for _, e := range p.project.Entities().All() {
		if e.ID != from.ID {
			choices = append(choices, s.form.choice(e))
		}
	}
	ui.ShowFinder(p.window, ui.FinderOptions{
		Placeholder: p.words.T("entities.mergeInto", from.Name(p.words.Language())), EmptyLabel: p.words.T("choose.none"), Choices: choices,
		OnPicked: func(into string) {
			err := p.project.MergeEntity(from.ID, into)
			if err == nil {
				s.id, s.query = into, ""
				s.filter.SetText("")
			}
			if s.edit(err) {
				p.tell(p.words.T("entities.merged", from.Name(p.words.Language())))
			}
			p.window.Canvas().Focus(s.list)
		},
	})
}

// do runs the commands that belong to this screen. Undo takes back the person's
// own steps on entities.
func (s *entityScreen) do(id commandID) bool {
	p := s.program
	switch id {
	case "undo":
		s.form.texts.commit()
		s.edit(p.project.UndoEntity())
	case "redo":
		s.form.texts.commit()
		s.edit(p.project.RedoEntity())
	case "find":
		p.window.Canvas().Focus(s.filter)
	case "pane":
		if !p.focusBack(s.list) {
			p.window.Canvas().Focus(s.form.first())
		}
	default:
		return false
	}
	return true
}

func (s *entityScreen) back() bool { return s.program.focusBack(s.list) }

func (s *entityScreen) release() bool {
	s.form.texts.commit()
	typed, _ := s.form.texts.pending()
	return !typed
}

func (s *entityScreen) left() { s.form.texts.commit() }

func (s *entityScreen) pending() (typed, refused bool) { return s.form.texts.pending() }

func (s *entityScreen) steps() (undo, redo bool) {
	p := s.program
	back, on, err := p.project.EntitySteps()
	p.fail(err)
	return back != "" && !p.project.ReadOnly(), on != "" && !p.project.ReadOnly()
}

// again shows the entities anew, in another language or look.
func (s *entityScreen) again() {
	n := newEntityScreen(s.program)
	n.query, n.id = s.query, s.id
	s.program.show(n)
}
