package ui

import (
	"image/color"
	"slices"

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
	Buttons []DialogButton    // shown with Cancel first and Primary at the trailing end
	Width   float32           // of the panel; 0 is 420
}

// Dialog asks or tells something over the window and keeps the rest away until
// it is answered.
type Dialog struct {
	widget.BaseWidget
	window  fyne.Window
	options DialogOptions
	buttons []*Button
	title   *Text
	middle  *Scroll // text and content
	row     *fyne.Container
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
	d.options.Buttons = slices.Clone(d.options.Buttons)
	slices.SortStableFunc(d.options.Buttons, func(a, b DialogButton) int { return a.place() - b.place() })
	d.build()
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

// place is the rank of a button in its row: all dialogs have one order.
func (b DialogButton) place() int {
	switch {
	case b.Kind == Primary:
		return 2
	case b.Cancel:
		return 0
	}
	return 1
}

func (d *Dialog) build() {
	d.title = NewText(d.options.Title, TextStyle{Weight: Bold, Size: 16, Truncate: true})
	middle := NewColumn(3 * Step)
	if d.options.Text != "" {
		middle.Add(NewParagraph(d.options.Text, ParagraphStyle{Color: ColorSecondary}))
	}
	if d.options.Content != nil {
		middle.Add(d.options.Content)
	}
	d.middle = NewScroll(NewPad(dialogEdge, Step, middle))
	d.row = NewFlow(2*Step, 2*Step)
	d.row.Layout.(*Flow).Trailing = true
	for i, b := range d.options.Buttons {
		button := NewButton(b.Label, b.Kind, func() { d.answer(i) })
		d.buttons = append(d.buttons, button)
		d.row.Add(button)
	}
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
	r.objects = []fyne.CanvasObject{r.scrim, r.panel, d.title, d.middle, d.row}
	r.Refresh()
	return r
}

type dialogRenderer struct {
	dialog       *Dialog
	scrim, panel *canvas.Rectangle
	objects      []fyne.CanvasObject
}

const (
	dialogPad  = 5 * Step
	dialogGap  = 2 * Step // between title, middle and buttons
	dialogEdge = 2 * Step // of the middle, where focus rings are not cut
)

func (r *dialogRenderer) Destroy()                     {}
func (r *dialogRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *dialogRenderer) MinSize() fyne.Size           { return fyne.Size{} }

// Layout gives the middle the height it needs or, in a low window, what title
// and buttons leave of it; it scrolls then.
func (r *dialogRenderer) Layout(size fyne.Size) {
	d := r.dialog
	r.scrim.Resize(size)
	width := min(d.options.Width, size.Width-4*Step)
	inside := width - 2*dialogPad
	title, row, around := d.title.MinSize().Height, HeightFor(d.row, inside), float32(2*dialogPad+2*dialogGap)
	middle := HeightFor(d.middle.fit.content, inside+2*dialogEdge)
	middle = max(min(middle, size.Height-4*Step-title-row-around), 0)
	height := title + middle + row + around
	// A little above the middle looks centred.
	pos := fyne.NewPos(floor((size.Width-width)/2), floor((size.Height-height)*0.4))
	r.panel.Move(pos)
	r.panel.Resize(fyne.NewSize(width, height))
	pos = pos.AddXY(dialogPad, dialogPad)
	d.title.Move(pos)
	d.title.Resize(fyne.NewSize(inside, title))
	d.middle.Move(pos.AddXY(-dialogEdge, title+dialogGap))
	d.middle.Resize(fyne.NewSize(inside+2*dialogEdge, middle))
	d.row.Move(pos.AddXY(0, title+middle+2*dialogGap))
	d.row.Resize(fyne.NewSize(inside, row))
}

func (r *dialogRenderer) Refresh() {
	r.scrim.FillColor = color.NRGBA{A: 0x70}
	r.scrim.Refresh()
	paintFloatingPanel(r.panel, r.dialog)
	r.Layout(r.dialog.Size())
	for _, o := range r.objects[2:] {
		o.Refresh()
	}
}
