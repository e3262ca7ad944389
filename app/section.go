package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
	"hashiya/model"
)

// section is the part of the form for one kind: a heading, and the items as
// chips in one card or, for claims, each in a card of its own.
type section struct {
	form    *form
	look    look
	content *fyne.Container
	count   *ui.Text
	add     *ui.Button
	body    *fyne.Container
	chips   map[string]*mention // by item id
	cards   map[string]*claim
	shared  *ui.Card // of the chips
	from    int      // place of the first item shown
}

func newSection(f *form, l look) *section {
	t := f.screen.program.words.T
	s := &section{form: f, look: l, chips: map[string]*mention{}, cards: map[string]*claim{}}
	s.count = ui.NewText("", ui.TextStyle{Color: ui.ColorFaint})
	s.add = ui.NewButton(t("form.add"), ui.Quiet, func() { f.screen.addOrLabel(l.kind) })
	s.add.SetIcon(theme.ContentAddIcon())
	head := ui.NewRow(2*ui.Step,
		ui.NewSwatch(l.tone), heading(t("section."+string(l.kind))), s.count, ui.Spring(), s.add, ui.NewKeycap(l.key))
	s.body = ui.NewColumn(2 * ui.Step)
	s.shared = ui.NewCard(s.body)
	s.content = ui.NewColumn(ui.Step, head, s.shared)
	if l.claims {
		s.content.Objects[1] = s.body
	}
	return s
}

// refresh shows the items there are now; those that stay keep their objects
// and so the focus.
func (s *section) refresh() {
	session := s.form.screen.session
	var items []model.Item
	if w := session.Work(); w != nil {
		for _, item := range w.Order(s.look.kind) {
			if s.form.events.shows(item) {
				items = append(items, item)
			}
		}
	}
	s.count.SetText("")
	if len(items) > 0 {
		s.count.SetText(s.form.screen.program.words.N("section.items", len(items)))
	}
	setEnabled(s.add, s.form.screen.editable())
	shown := s.page(items)
	if s.look.claims {
		s.showClaims(shown)
	} else {
		s.showChips(shown)
	}
	s.showPager(len(items))
	s.content.Refresh()
}

func (s *section) showClaims(items []model.Item) {
	kept := map[string]*claim{}
	s.body.Objects = nil
	for _, item := range items {
		id := item.Meta().ID
		card := s.cards[id]
		if card == nil {
			card = newClaim(s.form.screen, id)
		}
		kept[id] = card
		card.refresh(s.editorOf(id))
		s.body.Add(card.card)
	}
	s.cards = kept
	for _, rivals := range s.form.screen.session.Rivals() {
		s.body.Add(s.form.screen.rivalCard(rivals))
	}
	if len(items) == 0 {
		s.body.Add(ui.NewCard(small(s.hint())))
	}
}

func (s *section) showChips(items []model.Item) {
	kept := map[string]*mention{}
	flow := ui.NewFlow(2*ui.Step, ui.Step)
	s.body.Objects = []fyne.CanvasObject{flow}
	s.shared.SetActive("")
	for _, item := range items {
		id := item.Meta().ID
		chip := s.chips[id]
		if chip == nil {
			chip = newMention(s.form.screen, id, s.look)
		}
		kept[id] = chip
		chip.refresh(item)
		flow.Add(chip.content)
		if e := s.editorOf(id); e != nil {
			// The fields stand under their own chip, and the rest of the chips below.
			flow = ui.NewFlow(2*ui.Step, ui.Step)
			s.body.Objects = append(s.body.Objects, e.content, flow)
			s.shared.SetActive(s.look.tone.Ink)
		}
	}
	s.chips = kept
	if len(items) == 0 {
		s.body.Objects = []fyne.CanvasObject{small(s.hint())}
	}
}

// hint says how the first item of a section comes about.
func (s *section) hint() string {
	return s.form.screen.program.words.T("section.empty", s.look.key)
}

// editorOf returns the open editor when it is an item's.
func (s *section) editorOf(id string) *editor {
	if e := s.form.editor; e != nil && e.id == id {
		return e
	}
	return nil
}

// open returns what shows the open card, nil when it is not in this section.
func (s *section) open() fyne.CanvasObject {
	e := s.form.editor
	switch {
	case e == nil:
		return nil
	case s.look.claims && s.cards[e.id] != nil:
		return s.cards[e.id].card
	case s.chips[e.id] != nil:
		return e.content
	}
	return nil
}

// addOrLabel labels the selection, or without one makes an empty item whose
// words can be given later.
func (s *annotateScreen) addOrLabel(kind model.Kind) {
	if start, end := s.reader.Selection(); start != end {
		s.label(kind)
		return
	}
	id, err := s.session.Add(kind)
	if s.program.keep(err) && id != "" {
		s.open(id)
		s.form.focus()
	}
}

// mention is an item shown as a chip with its role beside it.
type mention struct {
	screen  *annotateScreen
	id      string
	look    look
	chip    *ui.Chip
	role    *ui.Chip
	content *fyne.Container
}

func newMention(s *annotateScreen, id string, l look) *mention {
	m := &mention{screen: s, id: id, look: l}
	m.chip = ui.NewChip("", l.tone)
	m.chip.SetPatterned(true)
	m.chip.SetOnTapped(func() { s.toggle(id) })
	m.role = ui.NewRole("")
	m.content = ui.NewRow(ui.Step, m.chip, m.role)
	return m
}

func (m *mention) refresh(item model.Item) {
	title, role := m.screen.caption(item)
	m.chip.SetText(title)
	m.chip.SetSelected(m.id == m.screen.active)
	tone := m.look.tone
	if len(m.screen.session.SpansOf(m.id)) == 0 {
		// Nothing in the text proves it: drawn as empty.
		tone.Fill = ui.ColorPanel
	}
	m.chip.SetTone(tone)
	m.role.SetText(role)
	m.role.Hidden = role == ""
	m.content.Refresh()
}

// toggle opens an item's card, or closes it when it is open.
func (s *annotateScreen) toggle(id string) {
	if s.active == id {
		s.open("")
		return
	}
	s.open(id)
}
