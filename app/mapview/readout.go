package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
)

// readout shows the coordinates of the cross-hair or of the pointer in a lower corner. It is no part of the picture, so that the map is
// not drawn anew whenever the mouse moves.
type readout struct {
	back *canvas.Rectangle
	text *ui.Text
}

func newReadout() readout {
	r := readout{
		back: &canvas.Rectangle{CornerRadius: ui.Step},
		text: ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Align: ui.Center}),
	}
	r.back.Hide()
	r.text.Hide()
	return r
}

func (r *readout) hidden() bool { return !r.text.Visible() }

// show says where the cross-hair or the pointer is, or nothing.
func (r *readout) show(m *Map) {
	switch {
	case m.view.width == 0:
		return
	case m.cross.on:
		r.set(m, m.coordinates(m.cross.at))
	case m.pointer.inside:
		r.set(m, m.coordinates(m.view.at(m.pointer.x, m.pointer.y)))
	case !r.hidden():
		r.back.Hide()
		r.text.Hide()
	}
}

func (r *readout) set(m *Map, words string) {
	if r.hidden() {
		r.back.Show()
		r.text.Show()
	}
	r.text.SetText(words)
	r.layout(m.Size())
}

// layout puts the readout at the lower corner where reading ends.
func (r *readout) layout(size fyne.Size) {
	least := r.text.MinSize().AddWidthHeight(4*ui.Step, ui.Step)
	at := fyne.NewPos(size.Width-least.Width-2*ui.Step, size.Height-least.Height-2*ui.Step)
	if ui.InterfaceRTL() {
		at.X = 2 * ui.Step
	}
	r.back.Move(at)
	r.back.Resize(least)
	r.text.Move(at)
	r.text.Resize(least)
}

func (r *readout) refresh(m *Map) {
	r.back.FillColor = theme.ColorForWidget(ui.ColorPanel, m)
	r.back.StrokeColor, r.back.StrokeWidth = theme.ColorForWidget(ui.ColorLine, m), 1
	r.back.Refresh()
	r.text.Refresh()
	r.layout(m.Size())
}
