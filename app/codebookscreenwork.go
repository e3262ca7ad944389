package app

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hashiya/annotate"
	"hashiya/app/ui"
	"hashiya/app/words"
)

// workScreen is the work list: the places whose code was merged, split, retired
// or says something else since they were made. Whoever owns the record looks at
// them again.
type workScreen struct {
	program *program
	stale   []annotate.Stale
	titles  map[string]string // of articles, by id
	names   map[string]string // of annotators, by id
	at      int

	list   *sideList
	middle *fyne.Container // the list, or that there is nothing
	side   *fyne.Container // what is said of the place at hand
	open   *ui.Button
	seen   *ui.Button
	status *ui.Text
}

func newWorkScreen(p *program) *workScreen {
	s := &workScreen{program: p, titles: map[string]string{}, names: map[string]string{}}
	s.list = newSideList(p)
	s.list.mayLeave = func() bool { return true }
	s.list.onCurrent = s.show
	s.list.onEnter = func(int) { s.jump() }
	s.middle = container.NewStack()
	s.side = ui.NewColumn(3 * ui.Step)
	s.open = ui.NewButton(p.words.T("work.open"), ui.Plain, s.jump)
	s.open.SetHint("Enter")
	s.seen = ui.NewButton(p.words.T("work.seen"), ui.Primary, s.confirm)
	s.seen.SetHint("Ctrl+Enter")
	s.status = ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Truncate: true})
	return s
}

func (s *workScreen) content() fyne.CanvasObject {
	p, t := s.program, s.program.words.T
	back := ui.NewButton(t("command.codebook"), ui.Plain, p.toCodebook)
	title := ui.NewText(t("work.title"), ui.TextStyle{Size: 18, Weight: ui.Bold})
	head := ui.NewRow(2*ui.Step, title, ui.Spring(), back)
	places := ui.NewCard(s.middle)
	places.SetPadding(2 * ui.Step)
	side := ui.NewCard(container.NewBorder(nil, ui.NewPad(0, 2*ui.Step, ui.NewRow(2*ui.Step, s.open, s.seen)), nil, nil, ui.NewScroll(s.side)))
	split := ui.NewSplit(ui.NewFixed(320, 0, places), ui.NewFixed(340, 0, side), 0.55)
	page := container.NewBorder(ui.NewPad(0, 3*ui.Step, head), nil, nil, nil, split)
	return p.frame.wrap(ui.NewPad(7*ui.Step, 3*ui.Step, page), ui.NewRow(0), ui.NewRow(4*ui.Step, ui.Expand(s.status)))
}

func (s *workScreen) shown() {
	s.reload()
	s.program.window.Canvas().Focus(s.list)
}

// reload reads the list again; the place that took that of the one at hand is
// the next.
func (s *workScreen) reload() {
	p := s.program
	stale, err := p.project.Stale()
	p.fail(err)
	articles, err := p.store.Articles()
	p.fail(err)
	for _, a := range articles {
		s.titles[a.ID] = a.Title
	}
	people, err := p.store.Annotators()
	p.fail(err)
	for _, a := range people {
		s.names[a.ID] = a.Name
	}
	s.stale = stale
	s.at = min(s.at, len(stale)-1)
	lines := make([]sideLine, len(stale))
	for i, one := range stale {
		lines[i] = sideLine{label: s.titles[one.Article], detail: s.what(one), faint: !s.mine(one)}
		if !s.mine(one) {
			lines[i].number = words.Isolate(s.names[one.Annotator])
		}
	}
	s.middle.Objects = []fyne.CanvasObject{s.list}
	if len(stale) == 0 {
		s.middle.Objects = []fyne.CanvasObject{container.NewCenter(ui.NewFixed(320, 0, small(p.words.T("work.none"))))}
	}
	s.middle.Refresh()
	s.list.setLines(lines, s.at)
	s.show(s.at)
	s.status.SetText(p.words.N("codebook.work", len(stale)))
}

// mine tells whether a place is in the person's own record: only its owner
// appends to a record.
func (s *workScreen) mine(one annotate.Stale) bool {
	return one.Annotator == s.program.project.Annotator().ID && one.Annotator != ""
}

// what says which code of which field asks to be looked at, and why.
func (s *workScreen) what(one annotate.Stale) string {
	p := s.program
	book, language := p.project.Codebook(), p.words.Language()
	name := one.Key
	code, found := book.Entry(one.List, one.Key)
	if found {
		name = cmp.Or(code.Names.In(language), one.Key)
	}
	guide, _ := book.Rule(one.List, one.Key, language)
	return p.words.T("stale."+string(one.Change), words.Isolate(name), words.Isolate(strings.Join(guide.Instead, p.words.T("list.comma"))))
}

// show shows what is said of a place.
func (s *workScreen) show(i int) {
	s.at = i
	s.side.Objects = nil
	on := i >= 0 && i < len(s.stale)
	mine := on && s.mine(s.stale[i])
	setEnabled(s.open, on)
	setEnabled(s.seen, mine && !s.program.project.ReadOnly())
	if on {
		s.showPlace(s.stale[i], mine)
	}
	s.side.Refresh()
}

func (s *workScreen) showPlace(one annotate.Stale, mine bool) {
	p := s.program
	s.side.Add(ui.NewParagraph(s.titles[one.Article], ui.ParagraphStyle{Weight: ui.Medium, Direction: ui.FirstStrong}))
	if quote := s.quote(one); quote != "" {
		s.side.Add(ui.NewParagraph("«"+quote+"»", ui.ParagraphStyle{Direction: ui.FirstStrong, Bar: true}))
	}
	where := p.words.T("field." + one.Field)
	if one.Kind != "" {
		where = p.words.T("kind."+string(one.Kind)) + " · " + fieldLabel(p, one.Kind, one.Field)
	}
	s.side.Add(small(where))
	s.side.Add(ui.NewParagraph(s.what(one), ui.ParagraphStyle{Color: ui.ColorWarning}))
	if guide, found := p.project.Codebook().Rule(one.List, one.Key, p.words.Language()); found {
		s.side.Add(p.guideContent(guide))
	}
	if !mine {
		s.side.Add(small(p.words.T("work.others", words.Isolate(s.names[one.Annotator]))))
	}
}

// quote is the words of the item, as far as they can be read.
func (s *workScreen) quote(one annotate.Stale) string {
	work, found, err := s.program.store.Work(one.Article, one.Annotator)
	if err != nil || !found || one.Item == "" {
		return ""
	}
	var quotes []string
	for _, span := range work.Evidence(one.Item, "", "") {
		quotes = append(quotes, span.Text)
	}
	return shorten(strings.Join(quotes, " … "), 3*longestCaption)
}

// jump opens the article, and the card and field where the record is the
// person's own.
func (s *workScreen) jump() {
	if s.at < 0 || s.at >= len(s.stale) {
		return
	}
	one := s.stale[s.at]
	p := s.program
	p.jumpTo(one.Article)
	if a, is := p.screen.(*annotateScreen); is && s.mine(one) {
		a.goToProblem(annotate.Problem{Item: one.Item, Field: one.Field})
	}
}

// confirm says that the item was looked at under the present codebook.
func (s *workScreen) confirm() {
	p := s.program
	if s.at < 0 || s.at >= len(s.stale) || !s.mine(s.stale[s.at]) || p.project.ReadOnly() {
		return
	}
	one := s.stale[s.at]
	session, err := p.project.Open(one.Article)
	if err != nil {
		p.fail(err)
		return
	}
	p.keep(session.Confirm(one.Item))
	s.reload()
	p.window.Canvas().Focus(s.list)
}

// do runs the commands that belong to this screen.
func (s *workScreen) do(id commandID) bool {
	if id == "submit" {
		s.confirm()
		return true
	}
	return false
}

// back leads to the list, and from there to the codebook.
func (s *workScreen) back() bool {
	if !s.program.focusBack(s.list) {
		s.program.toCodebook()
	}
	return true
}

// again shows the work list anew, in another language or look.
func (s *workScreen) again() {
	n := newWorkScreen(s.program)
	n.at = s.at
	s.program.show(n)
}
