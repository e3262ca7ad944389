package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hashiya/annotate"
	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
)

// background is the tab of what belongs to no event.
const background = "-"

// eventTabs choose which event's items the form shows, and show the event
// chosen as a card that reads as a sentence. New items go into that event.
type eventTabs struct {
	screen   *annotateScreen
	content  *fyne.Container
	tabs     *fyne.Container
	chosen   string // "" all items, background, or an event's id
	card     *ui.Card
	body     *fyne.Container
	sentence *ui.Paragraph
	editor   *editor // of the event chosen; nil for none
}

func newEventTabs(s *annotateScreen) *eventTabs {
	e := &eventTabs{screen: s}
	e.tabs = ui.NewFlow(ui.Step, ui.Step)
	e.sentence = ui.NewParagraph("", ui.ParagraphStyle{})
	e.body = ui.NewColumn(3*ui.Step, e.sentence)
	e.card = ui.NewCard(e.body)
	e.content = ui.NewColumn(2*ui.Step, e.tabs)
	return e
}

// events returns the record's events.
func (s *annotateScreen) events() []*model.Event {
	var all []*model.Event
	if w := s.session.Work(); w != nil {
		for _, item := range w.Order(model.KindEvent) {
			all = append(all, item.(*model.Event))
		}
	}
	return all
}

// eventTitle is an event's own, or says which one it is.
func (s *annotateScreen) eventTitle(e *model.Event, n int) string {
	if e.Title != "" {
		return e.Title
	}
	return s.program.words.T("event.nth", n+1)
}

// shows tells whether an item belongs to what is chosen.
func (e *eventTabs) shows(item model.Item) bool {
	switch e.chosen {
	case "":
		return true
	case background:
		return len(e.screen.session.EventsOf(item.Meta().ID)) == 0
	}
	event, is := e.screen.session.Item(e.chosen).(*model.Event)
	if !is {
		return true
	}
	for _, m := range event.Members {
		if m.ID == item.Meta().ID {
			return true
		}
	}
	return false
}

// choose shows the items of an event, of none, or all.
func (e *eventTabs) choose(id string) {
	s := e.screen
	s.form.commit()
	e.chosen, e.editor = id, nil
	event := ""
	if item, is := s.session.Item(id).(*model.Event); is {
		e.editor = newEditor(s, item)
		event = id
	}
	s.session.WorkIn(event)
	s.form.refresh()
}

// add makes an event and chooses it.
func (e *eventTabs) add() {
	s := e.screen
	id, err := s.session.NewEvent("")
	if s.program.keep(err) && id != "" {
		e.choose(id)
		s.program.window.Canvas().Focus(e.editor.first())
	}
}

// next chooses what stands behind the tab chosen: all, each event, the
// background, and all again.
func (e *eventTabs) next() {
	order := []string{""}
	for _, event := range e.screen.events() {
		order = append(order, event.ID)
	}
	if len(order) > 1 {
		order = append(order, background)
	}
	e.choose(order[(slices.Index(order, e.chosen)+1)%len(order)])
	e.screen.program.window.Canvas().Focus(e.screen.reader) // the old event's fields are gone
}

// refresh shows the events there are now.
func (e *eventTabs) refresh() {
	s, t := e.screen, e.screen.program.words.T
	events := s.events()
	if _, is := s.session.Item(e.chosen).(*model.Event); !is && e.chosen != background {
		if e.chosen != "" {
			s.session.WorkIn("")
		}
		e.chosen, e.editor = "", nil
	}
	e.tabs.Objects = nil
	e.tab("", t("event.all"))
	for n, event := range events {
		e.tab(event.ID, shorten(s.eventTitle(event, n), longestClaimant))
	}
	if len(events) > 0 {
		e.tab(background, t("event.background"))
	}
	more := iconButton(theme.ContentAddIcon(), e.add)
	more.SetTooltip(t("event.add"), "")
	setEnabled(more, s.editable())
	e.tabs.Add(more)
	e.content.Objects = []fyne.CanvasObject{e.tabs}
	if e.editor != nil {
		e.sentence.SetText(s.eventSentence(e.chosen))
		e.body.Objects = []fyne.CanvasObject{e.sentence, e.editor.content}
		e.editor.refresh()
		e.content.Add(e.card)
	}
	e.content.Refresh()
}

func (e *eventTabs) tab(id, label string) {
	b := ui.NewButton(label, ui.Plain, func() { e.choose(id) })
	b.SetActive(e.chosen == id)
	e.tabs.Add(b)
}

// eventSentence reads an event: when and where, who to whom and how, and how
// many by whose account.
func (s *annotateScreen) eventSentence(id string) string {
	parts, found := s.session.Sentence(id)
	if !found {
		return ""
	}
	t := s.program.words
	var said []string
	add := func(text string) {
		if text != "" {
			said = append(said, text)
		}
	}
	add(s.dates(parts.Start, parts.End))
	for _, place := range parts.Places {
		add(s.part("location_role", place))
	}
	for _, actor := range parts.Actors {
		add(s.part("actor_role", actor))
	}
	for _, code := range parts.Tactics {
		add(s.code("tactic", code))
	}
	for _, tally := range parts.Counts {
		add(s.tally(tally))
	}
	if len(said) == 0 {
		return t.T("event.empty")
	}
	return strings.Join(said, " · ")
}

// dates is a date or a period as people write it.
func (s *annotateScreen) dates(start, end string) string {
	t := s.program.words
	if end == "" || end == start {
		return t.Date(start)
	}
	return t.T("period", t.Date(start), t.Date(end))
}

// part is an entity with its role.
func (s *annotateScreen) part(list string, p annotate.Part) string {
	name := words.Isolate(s.entity(p.Entity))
	if p.Entity == "" {
		name = s.ownWords(s.session.Item(p.Item))
	}
	if role := s.code(list, p.Role); role != "" {
		return s.program.words.T("event.part", name, role)
	}
	return name
}

// tally is what was counted, with every account of it: "killed SDF: 37 (SOHR),
// 28 (ISIS)".
func (s *annotateScreen) tally(tally annotate.Tally) string {
	what := s.code("count_kind", tally.What)
	if tally.Unit != "" && tally.Unit != "persons" {
		what += " " + s.code("count_unit", tally.Unit)
	}
	if who := s.entities(tally.Who); who != "" {
		what += " " + who
	}
	var figures []string
	for _, id := range tally.Counts {
		c, is := s.session.Item(id).(*model.Count)
		if !is {
			continue
		}
		figure := words.Isolate(s.figure(c))
		if len(c.ClaimedBy) > 0 {
			figure = s.program.words.T("event.part", figure, words.Isolate(s.entity(c.ClaimedBy[0])))
		}
		figures = append(figures, figure)
	}
	return s.program.words.T("event.tally", what, strings.Join(figures, s.program.words.T("list.comma")))
}
