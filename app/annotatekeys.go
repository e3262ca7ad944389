package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hashiya/app/settings"
	"hashiya/model"
)

// labelKey labels the selection when a digit is typed in the article. Without a
// selection it leads through the words that may be labelled so.
func (s *annotateScreen) labelKey(r rune) bool {
	// Arabic keyboards may send Arabic-Indic digits.
	if r >= '٠' && r <= '٩' {
		r = '0' + r - '٠'
	}
	for _, l := range looks() {
		if l.key != string(r) {
			continue
		}
		if start, end := s.reader.Selection(); start != end || !s.editable() || !s.walk.beginKind(l.kind) {
			s.label(l.kind)
		}
		return true
	}
	return false
}

// readerKey is what plain keys do in the article.
func (s *annotateScreen) readerKey(ev *fyne.KeyEvent) bool {
	s.alive()
	if s.walk.key(ev.Name) {
		return true
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if id := s.under(); id != "" {
			s.open(id)
			s.form.focus()
		}
		return true
	case fyne.KeyDelete:
		if id := s.under(); id != "" {
			s.remove(id)
		}
		return true
	case fyne.KeySpace:
		s.playEvidence()
		return true
	case fyne.KeyEscape:
		if s.active != "" {
			s.open("")
			return true
		}
	}
	return s.program.plainKey(ev)
}

// readerShortcut takes Ctrl+Alt+arrows, which adjust the open card's words by a
// letter: with Shift the start, without it the end.
func (s *annotateScreen) readerShortcut(shortcut fyne.Shortcut) bool {
	c, is := shortcut.(*desktop.CustomShortcut)
	if !is || c.Modifier&fyne.KeyModifierAlt == 0 || s.active == "" || c.Modifier&fyne.KeyModifierControl == 0 {
		return false
	}
	step := map[fyne.KeyName]int{fyne.KeyLeft: 1, fyne.KeyRight: -1}[c.KeyName]
	spans := s.session.SpansOf(s.active)
	if step == 0 || len(spans) == 0 {
		return false
	}
	start, end := spans[0].Start, spans[0].End
	if c.Modifier&fyne.KeyModifierShift != 0 {
		start += step
	} else {
		end += step
	}
	s.program.keep(s.session.Move(spans[0].ID, start, end))
	return true
}

// under returns the item with the shortest words under the caret, or the open
// one when there are none.
func (s *annotateScreen) under() string {
	caret, _ := s.reader.Selection()
	best, length := s.active, s.session.Len()+1
	w := s.session.Work()
	if w == nil {
		return ""
	}
	for _, span := range w.Spans {
		if span.Field == "" && span.Start <= caret && caret <= span.End && span.End-span.Start < length {
			best, length = span.Item, span.End-span.Start
		}
	}
	return best
}

// remove deletes an item; undo brings it back.
func (s *annotateScreen) remove(id string) {
	if s.program.keep(s.session.Delete(id)) {
		s.program.window.Canvas().Focus(s.reader)
	}
}

// playEvidence shows the open card's spans in turn.
func (s *annotateScreen) playEvidence() {
	spans := s.session.SpansOf(s.active)
	if len(spans) == 0 {
		return
	}
	start, end := s.reader.Selection()
	i := slices.IndexFunc(spans, func(span model.Span) bool { return span.Start == start && span.End == end })
	next := spans[(i+1)%len(spans)]
	s.reader.Select(next.Start, next.End)
	s.selected(next.Start, next.End)
	s.reader.ScrollTo(next.Start, next.End)
}

// do runs the commands that belong to this screen.
func (s *annotateScreen) do(id commandID) bool {
	switch id {
	case "undo":
		s.form.commit()
		s.program.keep(s.session.Undo())
	case "redo":
		s.form.commit()
		s.program.keep(s.session.Redo())
	case "submit":
		s.submitOrReopen()
	case "previous":
		s.turn(-1)
	case "next":
		s.turn(1)
	case "pane":
		s.otherPane()
	case "rule":
		s.showRule()
	case "bind":
		s.form.bindSelection()
	case "repeat":
		s.repeat()
	case "newActor":
		s.labelNew(model.KindActor)
	case "newPlace":
		s.labelNew(model.KindLocation)
	case "newEvent":
		s.form.events.add()
	case "nextEvent":
		s.form.events.next()
	case "certainty":
		s.nextCertainty()
	case "map":
		s.showMap()
	case "problems":
		s.showProblems()
	case "find":
		s.find.show()
	case "soft":
		s.switchSoft()
	case "focusMode":
		s.switchFocus()
	case "zoomIn":
		s.zoom(s.reader.Zoom() * 1.1)
	case "zoomOut":
		s.zoom(s.reader.Zoom() / 1.1)
	case "zoomReset":
		s.zoom(1)
	default:
		return false
	}
	return true
}

func (s *annotateScreen) submitOrReopen() {
	if !s.release() {
		return
	}
	if s.session.Submitted() {
		s.program.keep(s.session.Reopen())
		return
	}
	s.askSubmit(func() {
		if !s.program.keep(s.session.Submit()) {
			return
		}
		if s.at == len(s.queue)-1 {
			s.program.tell(s.program.words.T("submitted"))
			return
		}
		s.turn(1)
		s.program.tell(s.program.words.T("submitted.next"))
	})
}

// turn opens the article some places further in the queue.
func (s *annotateScreen) turn(by int) {
	if to := s.at + by; to >= 0 && to < len(s.queue) {
		s.program.annotate(s.queue, to)
	}
}

func (s *annotateScreen) otherPane() {
	if s.program.window.Canvas().Focused() == fyne.Focusable(s.reader) {
		s.form.focus()
		return
	}
	s.program.window.Canvas().Focus(s.reader)
}

func (s *annotateScreen) zoom(to float32) {
	s.reader.SetZoom(to)
	s.program.remember(func(kept *settings.Settings) { kept.Zoom = s.reader.Zoom() })
}
