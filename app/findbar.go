package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hashiya/annotate"
	"hashiya/app/reader"
	"hashiya/app/ui"
	"hashiya/model"
)

// findBar searches the article on the screen: a field over the text, with the
// number of places and the way from one to the next.
type findBar struct {
	screen   *annotateScreen
	finder   *annotate.Finder
	content  *fyne.Container
	pane     *fyne.Container // that the bar stands in, over the article
	entry    *ui.Entry
	count    *ui.Text
	hits     []model.Range
	at       int // of the hit shown
	searches int // counts searches, so that a late answer is dropped
}

func newFindBar(s *annotateScreen) *findBar {
	t := s.program.words.T
	b := &findBar{screen: s, finder: s.session.NewFinder()}
	b.entry = ui.NewEntry(ui.EntryOptions{Placeholder: t("find.placeholder"), Direction: ui.FirstStrong})
	b.entry.OnChanged = b.look
	b.entry.OnCancel = b.close
	b.entry.OnFirst = func(name fyne.KeyName) bool {
		if name == fyne.KeyEscape {
			b.entry.Commit() // or what was looked for before would come back, and its place with it
		}
		return false
	}
	b.entry.OnKey = b.key
	b.count = ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Align: ui.Trailing})
	back := iconButton(theme.MoveUpIcon(), func() { b.step(-1) })
	back.SetTooltip(t("find.back"), "Up")
	on := iconButton(theme.MoveDownIcon(), func() { b.step(1) })
	on.SetTooltip(t("find.on"), "Enter")
	shut := iconButton(theme.CancelIcon(), b.close)
	shut.SetTooltip(t("close"), "Esc")
	row := ui.NewRow(2*ui.Step, ui.Expand(b.entry), ui.NewFixed(110, 0, b.count), back, on, shut)
	b.content = container.NewStack(fill(ui.ColorPanel), container.NewBorder(nil, rule(), nil, nil), ui.NewPad(4*ui.Step, 2*ui.Step, row))
	b.content.Hide()
	return b
}

// show opens the bar with the selected words, if they are few, and gives it
// the keyboard.
func (b *findBar) show() {
	s := b.screen
	b.content.Show()
	b.pane.Refresh()
	if start, end := s.reader.Selection(); end > start && end-start <= 60 {
		b.entry.SetText(s.session.Text(start, end))
	}
	s.program.window.Canvas().Focus(b.entry)
	b.entry.Select(0, len([]rune(b.entry.Text())))
	b.look(b.entry.Text())
}

// close takes the bar away; the words found last stay selected.
func (b *findBar) close() {
	b.content.Hide()
	b.pane.Refresh() // the article takes the room back
	b.searches++
	b.hits = nil
	b.screen.reader.SetHits(nil, 0)
	b.screen.program.window.Canvas().Focus(b.screen.reader)
}

func (b *findBar) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		b.step(1)
	case fyne.KeyUp:
		b.step(-1)
	default:
		return b.screen.program.plainKey(&fyne.KeyEvent{Name: name})
	}
	return true
}

// look searches in the background: an article may have ten million letters.
func (b *findBar) look(words string) {
	b.searches++
	mine, p := b.searches, b.screen.program
	ui.BackgroundWith(p.runner, p.window, p.words.T("search.running"), p.words.T("cancel"),
		func(ctx context.Context, _ func(done, total int)) ([]model.Range, error) {
			return b.finder.Find(ctx, words), nil
		},
		func(hits []model.Range, _ error) {
			if mine == b.searches && b.content.Visible() {
				b.found(hits)
			}
		})
}

// found shows the first place at or after the caret.
func (b *findBar) found(hits []model.Range) {
	caret, _ := b.screen.reader.Selection()
	b.hits, b.at = hits, 0
	for b.at < len(hits)-1 && hits[b.at].Start < caret {
		b.at++
	}
	b.mark()
}

// step goes to the next place or the one before, round the ends.
func (b *findBar) step(by int) {
	if len(b.hits) > 0 {
		b.at = (b.at + by + len(b.hits)) % len(b.hits)
		b.mark()
	}
}

// mark shows all places, selects the one at hand and says which it is.
func (b *findBar) mark() {
	s, t := b.screen, b.screen.program.words
	shown := make([]reader.Range, len(b.hits))
	for i, hit := range b.hits {
		shown[i] = reader.Range{Start: hit.Start, End: hit.End}
	}
	s.reader.SetHits(shown, b.at)
	switch {
	case len(b.hits) > 0:
		hit := b.hits[b.at]
		s.reader.Select(hit.Start, hit.End)
		s.reader.ScrollTo(hit.Start, hit.End)
		s.session.Select(hit.Start, hit.End)
		key := "find.at"
		if len(b.hits) == annotate.MaxHits {
			key = "find.atMany" // there may be more, which are not counted
		}
		b.count.SetText(t.T(key, b.at+1, len(b.hits)))
	case b.entry.Text() == "":
		b.count.SetText("")
	default:
		b.count.SetText(t.T("find.none"))
	}
}
