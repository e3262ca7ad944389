package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hashiya/app/ui"
	"hashiya/model"
)

// guidelinesScreen shows what the supervisor wrote for those who annotate,
// beside a few words of ours on reading and coding. A supervisor writes it here
// and decides what holds for the project.
type guidelinesScreen struct {
	program  *program
	language string // shown
	writing  bool

	ar, en *textBox
	pages  *ui.Segmented
	change *ui.Button // writes, or reads again
	body   *fyne.Container
	scroll *ui.Scroll
	counts *ui.Switch
}

func newGuidelinesScreen(p *program) *guidelinesScreen {
	s := &guidelinesScreen{program: p, language: p.words.Language()}
	t := p.words.T
	box := func(direction ui.Direction, at func(*model.Names) *string) *textBox {
		b := newTextBox(p, multiline(18, direction), func(text string) error {
			texts := p.project.Guidelines()
			*at(&texts) = text
			return p.project.SetGuidelines(texts)
		})
		b.pauses = true
		b.entry.OnFirst = func(name fyne.KeyName) bool {
			if name == fyne.KeyEscape {
				b.entry.Commit() // Esc ends writing and takes nothing back
			}
			return false
		}
		return b
	}
	s.ar = box(ui.RightToLeft, func(n *model.Names) *string { return &n.Ar })
	s.en = box(ui.LeftToRight, func(n *model.Names) *string { return &n.En })
	s.pages = ui.NewSegmented([]ui.Choice{{Key: "ar", Label: t("settings.language.ar")}, {Key: "en", Label: t("settings.language.en")}}, func(key string) {
		s.language = key
		s.refresh()
	})
	s.change = ui.NewButton("", ui.Primary, s.turn)
	s.body = ui.NewColumn(3 * ui.Step)
	s.scroll = ui.NewScroll(ui.NewPad(4*ui.Step, 3*ui.Step, s.body))
	s.counts = ui.NewSwitch(t("guidelines.time"), func(on bool) {
		p.keep(p.project.SetCountsTime(on))
		s.counts.SetOn(p.project.CountsTime())
	})
	return s
}

// boxes are those that are written in now.
func (s *guidelinesScreen) boxes() textBoxes { return textBoxes{s.ar, s.en} }

func (s *guidelinesScreen) content() fyne.CanvasObject {
	p, t := s.program, s.program.words.T
	title := ui.NewText(t("command.guidelines"), ui.TextStyle{Size: 18, Weight: ui.Bold})
	head := ui.NewRow(2*ui.Step, title, ui.Spring(), s.pages, s.change)
	s.change.Hidden = !p.project.Supervises()
	text := ui.NewCard(s.scroll)
	text.SetPadding(ui.Step)
	side := ui.NewColumn(4*ui.Step, ui.NewCard(s.project()), ui.NewCard(s.starter()))
	split := ui.NewSplit(ui.NewFixed(380, 0, text), ui.NewFixed(300, 0, ui.NewScroll(ui.NewPad(ui.Step, 0, side))), 0.62)
	page := container.NewBorder(ui.NewPad(0, 3*ui.Step, head), nil, nil, nil, split)
	return p.frame.wrap(ui.NewPad(7*ui.Step, 3*ui.Step, page), ui.NewRow(0), ui.NewRow(0))
}

// project is what a supervisor decides for the project; others see what holds.
func (s *guidelinesScreen) project() fyne.CanvasObject {
	p, t := s.program, s.program.words.T
	s.counts.SetOn(p.project.CountsTime())
	setEnabled(s.counts, p.project.Supervises())
	return ui.NewColumn(2*ui.Step, heading(t("guidelines.project")), s.counts, small(t("guidelines.time.why")))
}

// starter is the built-in text, in the language of the interface.
func (s *guidelinesScreen) starter() fyne.CanvasObject {
	column := ui.NewColumn(2 * ui.Step)
	addProse(column, s.program.words.T("guidelines.starter"), ui.Interface, 1)
	return column
}

func (s *guidelinesScreen) shown() {
	s.pages.SetPicked(s.language)
	s.refresh()
	if s.change.Hidden {
		s.program.window.Canvas().Focus(s.pages)
		return
	}
	s.program.window.Canvas().Focus(s.change)
}

// refresh shows the text, or the boxes to write it in.
func (s *guidelinesScreen) refresh() {
	p, t := s.program, s.program.words.T
	texts := p.project.Guidelines()
	s.ar.showText(texts.Ar)
	s.en.showText(texts.En)
	text, direction, box := texts.En, ui.LeftToRight, s.en
	if s.language == "ar" {
		text, direction, box = texts.Ar, ui.RightToLeft, s.ar
	}
	s.body.Objects = nil
	switch {
	case s.writing:
		s.body.Add(small(t("guidelines.how")))
		s.body.Add(box.entry)
	case strings.TrimSpace(text) != "":
		addProse(s.body, text, direction, 1.15)
	case p.project.Supervises():
		s.body.Add(small(t("guidelines.write")))
	default:
		s.body.Add(small(t("guidelines.none")))
	}
	s.change.SetLabel(t(map[bool]string{false: "guidelines.edit", true: "guidelines.done"}[s.writing]))
	s.body.Refresh()
	s.scroll.Refresh()
	p.frame.settle()
}

// addProse adds plain text to a column: paragraphs have an empty line between
// them, headings begin with "# ". size is that of the text in the one of the
// interface.
func addProse(column *fyne.Container, text string, direction ui.Direction, size float32) {
	for part := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		part = strings.Trim(part, "\n")
		for strings.HasPrefix(part, "# ") {
			head, rest, _ := strings.Cut(part, "\n")
			column.Add(ui.NewParagraph(strings.TrimPrefix(head, "# "), ui.ParagraphStyle{Size: 16 * size, Weight: ui.Bold, Direction: direction}))
			part = strings.Trim(rest, "\n")
		}
		if strings.TrimSpace(part) != "" {
			column.Add(ui.NewParagraph(part, ui.ParagraphStyle{Size: ui.SizeInterface * size, Direction: direction, Leading: 1.8}))
		}
	}
}

// turn goes from reading to writing and back.
func (s *guidelinesScreen) turn() {
	if !s.program.project.Supervises() || !s.release() {
		return
	}
	s.writing = !s.writing
	s.refresh()
	if s.writing {
		s.program.window.Canvas().Focus(s.box().entry)
	}
}

// box is the one of the language shown.
func (s *guidelinesScreen) box() *textBox {
	if s.language == "ar" {
		return s.ar
	}
	return s.en
}

// back ends writing.
func (s *guidelinesScreen) back() bool {
	if !s.writing {
		return false
	}
	s.turn()
	s.program.window.Canvas().Focus(s.change)
	return true
}

func (s *guidelinesScreen) release() bool {
	s.boxes().commit()
	typed, _ := s.boxes().pending()
	return !typed
}

func (s *guidelinesScreen) left() { s.boxes().commit() }

func (s *guidelinesScreen) pending() (typed, refused bool) { return s.boxes().pending() }

// again shows the guidelines anew, in another language or look.
func (s *guidelinesScreen) again() {
	n := newGuidelinesScreen(s.program)
	n.language, n.writing = s.language, s.writing
	s.program.show(n)
}
