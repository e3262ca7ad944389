package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hashiya/annotate"
	"hashiya/app/reader"
	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
)

// annotateScreen shows an article beside the form of the annotator's record.
type annotateScreen struct {
	program *program
	session *annotate.Session
	queue   []string // ids of the articles that previous and next walk through
	at      int

	reader  *reader.Reader
	find    *findBar
	palette *palette
	walk    *walk
	form    *form
	status  *ui.Text
	submit  *ui.Button
	notes   *ui.Button          // how many problems there are
	time    *ui.Text            // spent on the article
	last    string              // the count made or opened last, whose shape F4 repeats
	spans   map[string][]string // span ids shown in the reader, by item
	owner   map[string]string   // item id of each span shown
	active  string              // item whose card is open
}

// newAnnotateScreen makes the screen of an opened article, which stands at a
// place of the queue.
func newAnnotateScreen(p *program, session *annotate.Session, queue []string, at int) *annotateScreen {
	s := &annotateScreen{program: p, session: session, queue: queue, at: at}
	regular, bold := p.face()
	s.reader = reader.New(regular, bold, p.readerOptions())
	s.reader.SetZoom(p.kept.Zoom)
	s.reader.SetFocusMode(p.kept.Focus)
	s.find = newFindBar(s)
	s.palette = newPalette(s)
	s.walk = newWalk(s)
	s.form = newForm(s)
	s.status = ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Truncate: true})
	s.connect()
	return s
}

// connect ties the reader, the form and the session together.
func (s *annotateScreen) connect() {
	s.reader.OnSelect = s.selected
	s.reader.OnMove = func() {
		s.palette.follow(s.reader.Selection())
		s.walk.follow()
	}
	s.reader.OnTapMark = func(ids []string, _ int) { s.open(s.owner[ids[0]]) }
	s.reader.OnRune = s.labelKey
	s.reader.OnMenu = s.showMenu
	s.reader.OnKey = s.readerKey
	s.reader.OnShortcut = s.readerShortcut
	s.session.OnChange(s.changed)
}

func (s *annotateScreen) content() fyne.CanvasObject {
	p := s.program
	s.submit = ui.NewButton(p.words.T("command.submit"), ui.Primary, func() { p.performID("submit") })
	s.submit.SetHint("Ctrl+Enter")
	person := ui.NewText(p.name, ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Direction: ui.FirstStrong})
	s.notes = ui.NewButton("", ui.Quiet, s.showProblems)
	s.time = ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorFaint})
	status := ui.NewRow(4*ui.Step, ui.Expand(s.status), s.notes, s.time, person, s.submit)
	pane := container.NewBorder(s.find.content, nil, nil, nil, container.NewStack(s.reader, s.palette.layer, s.walk.layer))
	s.find.pane = pane
	return p.frame.wrap(ui.NewSplit(pane, s.form.content, 0.56), s.navigation(), status)
}

// navigation is "‹ Article 3 of 50 ›".
func (s *annotateScreen) navigation() fyne.CanvasObject {
	t := s.program.words.T
	back, on := s.program.arrows()
	previous := ui.NewButton(back, ui.Quiet, func() { s.do("previous") })
	next := ui.NewButton(on, ui.Quiet, func() { s.do("next") })
	previous.SetTooltip(t("command.previous"), keysOf("previous"))
	next.SetTooltip(t("command.next"), keysOf("next"))
	setEnabled(previous, s.at > 0)
	setEnabled(next, s.at < len(s.queue)-1)
	place := ui.NewText(t("article.place", s.at+1, len(s.queue)), ui.TextStyle{})
	return ui.NewRow(0, previous, place, next)
}

func (s *annotateScreen) shown() {
	a := s.session.Article()
	s.reader.SetArticle(s.session.Text(0, s.session.Len()), s.sourceLine(a))
	s.veil()
	s.marks()
	s.form.refresh()
	s.count()
	s.locked()
	s.selected(0, 0)
	s.program.window.Canvas().Focus(s.reader)
}

// sourceLine says where the article is from, as far as that is known.
func (s *annotateScreen) sourceLine(a model.Article) string {
	line := ""
	for _, part := range []string{a.Outlet, s.program.words.Date(a.Published), a.File} {
		if part != "" && line != "" {
			line += "  ·  "
		}
		line += words.Isolate(part)
	}
	return line
}

func (s *annotateScreen) left() {
	s.form.commit()
	if err := s.session.KeepTime(); err != nil {
		s.program.fail(err)
	}
}

func (s *annotateScreen) pending() (typed, refused bool) { return s.form.pending() }

func (s *annotateScreen) steps() (undo, redo bool) {
	writable := !s.program.project.ReadOnly()
	return writable && s.session.CanUndo() != "", writable && s.session.CanRedo() != ""
}

func (s *annotateScreen) release() bool {
	s.form.commit()
	typed, _ := s.form.pending()
	return !typed
}

// marks shows the spans of the whole record.
func (s *annotateScreen) marks() {
	s.spans, s.owner = map[string][]string{}, map[string]string{}
	var all []reader.Mark
	if w := s.session.Work(); w != nil {
		for id, item := range w.Items {
			all = append(all, s.marksOf(id, item)...)
		}
	}
	s.reader.SetMarks(all)
}

// marksOf returns the marks of an item: its own words always, the evidence of
// its fields while its card is open.
func (s *annotateScreen) marksOf(id string, item model.Item) []reader.Mark {
	var marks []reader.Mark
	style := lookOf(item.Kind()).style()
	proof := reader.Style{Line: style.Line, Pattern: reader.Thin}
	for _, span := range s.session.SpansOf(id) {
		m := reader.Mark{ID: span.ID, Start: span.Start, End: span.End, Style: style}
		if span.Field != "" {
			if id != s.active {
				continue
			}
			m.Style = proof
		}
		marks = append(marks, m)
		s.spans[id] = append(s.spans[id], span.ID)
		s.owner[span.ID] = id
	}
	return marks
}

// remark shows the spans of some items anew.
func (s *annotateScreen) remark(ids ...string) {
	var gone []string
	var put []reader.Mark
	for _, id := range ids {
		for _, span := range s.spans[id] {
			gone = append(gone, span)
			delete(s.owner, span)
		}
		delete(s.spans, id)
		if item := s.session.Item(id); item != nil {
			put = append(put, s.marksOf(id, item)...)
		}
	}
	s.reader.UpdateMarks(gone, put)
	s.reader.SetActive(s.spans[s.active]...)
}

// changed repaints what an edit changed, after it was kept.
func (s *annotateScreen) changed(c annotate.Change) {
	if s.active != "" && s.session.Item(s.active) == nil {
		s.active = ""
	}
	if len(c.Items) > 0 {
		s.remark(c.Items...)
	}
	s.form.update(c)
	s.count()
	if c.Record {
		s.locked()
	}
	if c.Undone && c.Selection.End > c.Selection.Start {
		s.reader.Select(c.Selection.Start, c.Selection.End)
		s.selected(s.reader.Selection())
	}
	s.program.frame.refresh()
}

// locked follows whether the record is submitted.
func (s *annotateScreen) locked() {
	t := s.program.words.T
	if s.session.Submitted() {
		s.submit.SetLabel(t("command.reopen"))
	} else {
		s.submit.SetLabel(t("command.submit"))
	}
	setEnabled(s.submit, !s.program.project.ReadOnly())
	s.selected(s.reader.Selection())
}

// selected shows the selected words with their range.
func (s *annotateScreen) selected(start, end int) {
	s.alive()
	s.session.Select(start, end)
	if start == end {
		s.status.SetText(s.resting())
	} else {
		s.status.SetText(s.program.words.N("selection.range", end-start, s.session.Text(start, min(end, start+120)), start, end))
	}
	s.palette.follow(start, end)
}

// editable reports whether labelling is possible now.
func (s *annotateScreen) editable() bool {
	return !s.program.project.ReadOnly() && !s.session.Submitted()
}

// open opens an item's card and shows its words; "" closes the open one.
func (s *annotateScreen) open(id string) {
	before := s.active
	s.active = id
	if item := s.session.Item(id); item != nil && item.Kind() == model.KindCount {
		s.last = id
	}
	var both []string
	for _, one := range []string{before, id} {
		if one != "" {
			both = append(both, one)
		}
	}
	s.remark(both...)
	s.form.open(id)
	s.showWords(id)
}

// showWords brings an item's words into view and flashes them.
func (s *annotateScreen) showWords(id string) {
	spans := s.session.SpansOf(id)
	i := slices.IndexFunc(spans, func(span model.Span) bool { return span.Field == "" })
	if i < 0 && len(spans) > 0 {
		i = 0
	}
	if i >= 0 {
		s.reader.ScrollTo(spans[i].Start, spans[i].End)
		s.reader.Flash(s.spans[id]...)
	}
}

// label makes an item of a kind from the selection and opens its card.
func (s *annotateScreen) label(kind model.Kind) {
	start, end := s.reader.Selection()
	id, err := s.session.Annotate(kind, start, end)
	if s.program.keep(err) && id != "" {
		s.open(id)
		s.palette.hide()
		// A click on a label takes the keyboard from the article.
		if canvas := s.program.window.Canvas(); canvas.Focused() == nil {
			canvas.Focus(s.reader)
		}
	}
}
