package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// DialogButton is one answer of a dialog.
type DialogButton struct {
	Label    string
	Kind     ButtonKind
	Default  bool   // has the focus at first, and answers Enter
	Cancel   bool   // answers Esc
	OnTapped func() // called after the dialog has gone; may be nil
}

// DialogOptions is what a dialog shows.
type DialogOptions struct {
	Title   string
	Text    string            // wrapped; may be ""
	Content fyne.CanvasObject // under the text; may be nil
	Buttons []DialogButton    // in the order shown, from the leading side
	Width   float32           // of the panel; 0 is 420
}

// Dialog asks or tells something over the window and keeps the rest away until
// it is answered.
type Dialog struct {
	widget.BaseWidget
	window  fyne.Window
	options DialogOptions
	buttons []*Button
	body    *fyne.Container
	open    bool
}

var (
	_ fyne.Tappable = (*Dialog)(nil)
	_ keyTaker      = (*Dialog)(nil)
)

// ShowDialog opens a dialog over a window.
func ShowDialog(w fyne.Window, options DialogOptions) *Dialog {
	d := &Dialog{window: w, options: options, open: true}
	if d.options.Width == 0 {
		d.options.Width = 420
	}
	d.body = d.build()
	d.ExtendBaseWidget(d)
	w.Canvas().Overlays().Add(d)
	d.focusDefault()
	return d
}

// Hide takes the dialog away without an answer.
func (d *Dialog) Hide() {
	if d.open {
		d.open = false
		d.window.Canvas().Overlays().Remove(d)
	}
}

// Open tells whether the dialog is shown.
func (d *Dialog) Open() bool { return d.open }

// Press answers with the button of a label; it tells whether there is one.
func (d *Dialog) Press(label string) bool {
	for i, b := range d.options.Buttons {
		if b.Label == label {
			d.answer(i)
			return true
		}
	}
	return false
}

func (d *Dialog) build() *fyne.Container {
	body := NewColumn(3*Step, NewText(d.options.Title, TextStyle{Weight: Bold, Size: 16, Truncate: true}))
	if d.options.Text != "" {
		body.Add(NewParagraph(d.options.Text, ParagraphStyle{Color: ColorSecondary}))
	}
	if d.options.Content != nil {
		body.Add(d.options.Content)
	}
	if len(d.options.Buttons) > 0 {
		row := NewFlow(2*Step, 2*Step)
		row.Layout.(*Flow).Trailing = true
		for i, b := range d.options.Buttons {
			button := NewButton(b.Label, b.Kind, func() { d.answer(i) })
			d.buttons = append(d.buttons, button)
			row.Add(button)
		}
		body.Add(row)
	}
	return body
}

func (d *Dialog) answer(i int) {
	if !d.open || d.buttons[i].Disabled() {
		return
	}
	d.Hide()
	if f := d.options.Buttons[i].OnTapped; f != nil {
		f()
	}
}

func (d *Dialog) focusDefault() {
	for i, b := range d.options.Buttons {
		if b.Default {
			d.window.Canvas().Focus(d.buttons[i])
			return
		}
	}
	d.window.Canvas().FocusNext()
}

// Tapped implements fyne.Tappable: a click beside the panel gives the focus
// back to the dialog instead of losing it.
func (d *Dialog) Tapped(*fyne.PointEvent) { d.focusDefault() }

func (d *Dialog) takeKey(ev *fyne.KeyEvent) {
	for i, b := range d.options.Buttons {
		enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
		if (b.Cancel && ev.Name == fyne.KeyEscape) || (b.Default && enter) {
			d.answer(i)
			return
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (d *Dialog) CreateRenderer() fyne.WidgetRenderer {
	r := &dialogRenderer{dialog: d, scrim: &canvas.Rectangle{}, panel: newFloatingPanel()}
	r.objects = []fyne.CanvasObject{r.scrim, r.panel, d.body}
	r.Refresh()
	return r
}

type dialogRenderer struct {
	dialog       *Dialog
	scrim, panel *canvas.Rectangle
	objects      []fyne.CanvasObject
}

const dialogPad = 5 * Step

func (r *dialogRenderer) Destroy()                     {}
func (r *dialogRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *dialogRenderer) MinSize() fyne.Size           { return fyne.Size{} }

func (r *dialogRenderer) Layout(size fyne.Size) {
	r.scrim.Resize(size)
	width := min(r.dialog.options.Width, size.Width-4*Step)
	need := HeightFor(r.dialog.body, width-2*dialogPad) + 2*dialogPad
	height := min(need, size.Height-4*Step)
	// A little above the middle looks centred.
	pos := fyne.NewPos(floor((size.Width-width)/2), floor((size.Height-height)*0.4))
	r.panel.Move(pos)
	r.panel.Resize(fyne.NewSize(width, height))
	r.dialog.body.Move(pos.AddXY(dialogPad, dialogPad))
	r.dialog.body.Resize(fyne.NewSize(width-2*dialogPad, height-2*dialogPad))
}

func (r *dialogRenderer) Refresh() {
	r.scrim.FillColor = color.NRGBA{A: 0x70}
	r.scrim.Refresh()
	paintFloatingPanel(r.panel, r.dialog)
	r.Layout(r.dialog.Size())
	r.dialog.body.Refresh()
}
