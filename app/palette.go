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
	at, box := p.screen.reader.Bounds(start, end)
	p.card.Show()
	putBeside(p.layer, p.card, at, box)
}

// putBeside puts a card over the article under words that stand in a box at a
// place, or above them where there is no room.
func putBeside(layer *fyne.Container, card *ui.Card, at fyne.Position, box fyne.Size) {
	pane, size := layer.Size(), card.MinSize()
	x := min(max(at.X+box.Width/2-size.Width/2, 2*ui.Step), max(pane.Width-size.Width-2*ui.Step, 0))
	y := at.Y + box.Height + ui.Step
	if y+size.Height > pane.Height {
		y = at.Y - ui.Step - size.Height
	}
	card.Resize(size)
	card.Move(fyne.NewPos(x, max(y, 0)))
	layer.Refresh()
}
