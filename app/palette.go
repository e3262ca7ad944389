package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hashiya/app/ui"
)

// palette offers the labels beside a selection: a chip and its key for each.
type palette struct {
	screen *annotateScreen
	layer  *fyne.Container // over the reader, without a layout
	card   *ui.Card
	done   [2]int // selection that was labelled: not offered again
}

func newPalette(s *annotateScreen) *palette {
	p := &palette{screen: s}
	row := ui.NewRow(2 * ui.Step)
	for _, l := range looks() {
		chip := ui.NewChip(s.program.words.T("kind."+string(l.kind)), l.tone)
		chip.SetKeycap(l.key)
		chip.SetOnTapped(func() { s.label(l.kind) })
		row.Add(chip)
	}
	p.card = ui.NewCard(row)
	p.card.SetPadding(2 * ui.Step)
	p.card.Hide()
	p.layer = container.NewWithoutLayout(p.card)
	return p
}

// hide takes the labels away until something else is selected.
func (p *palette) hide() {
	p.done[0], p.done[1] = p.screen.reader.Selection()
	p.card.Hide()
	p.layer.Refresh()
}

// follow shows the labels under the end of a selection, or above it where
// there is no room; an empty selection hides them.
func (p *palette) follow(start, end int) {
	if start == end || p.done == [2]int{start, end} || p.screen.reader.Selecting() || !p.screen.editable() {
		p.card.Hide()
		return
	}
	pane, size := p.layer.Size(), p.card.MinSize()
	at, box := p.screen.reader.Bounds(start, end)
	x := min(max(at.X+box.Width/2-size.Width/2, 2*ui.Step), max(pane.Width-size.Width-2*ui.Step, 0))
	y := at.Y + box.Height + ui.Step
	if y+size.Height > pane.Height {
		y = at.Y - ui.Step - size.Height
	}
	p.card.Resize(size)
	p.card.Move(fyne.NewPos(x, max(y, 0)))
	p.card.Show()
	p.layer.Refresh()
}
