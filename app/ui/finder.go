package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// FinderOptions is what a Finder offers.
type FinderOptions struct {
	Placeholder string // of the filter
	EmptyLabel  string // shown when nothing matches
	Choices     []Choice
	OnPicked    func(key string) // after the finder has gone
}

// Finder is a list over the window that is filtered as one types, to go
// somewhere or do something by its name.
type Finder struct {
	widget.BaseWidget
	window  fyne.Window
	options FinderOptions
	index   *choiceIndex
	found   []int32 // positions of the choices that match
	entry   *Entry
	rows    *rowList
	body    *fyne.Container
	open    bool
}

var (
	_ fyne.Tappable = (*Finder)(nil)
	_ keyTaker      = (*Finder)(nil)
)

// ShowFinder opens a finder over a window, with the focus in its filter.
func ShowFinder(w fyne.Window, options FinderOptions) *Finder {
	f := &Finder{window: w, options: options, index: newChoiceIndex(options.Choices), open: true}
	f.entry = NewEntry(EntryOptions{Placeholder: options.Placeholder, Direction: FirstStrong})
	f.entry.OnChanged = f.filter
	f.entry.OnCancel = f.Hide
	f.entry.OnKey = f.key
	f.rows = newRowList(f)
	f.rows.onTaken = f.take
	f.body = NewColumn(Step, f.entry, Expand(f.rows))
	f.filter("")
	f.ExtendBaseWidget(f)
	w.Canvas().Overlays().Add(f)
	w.Canvas().Focus(f.entry)
	return f
}

// Hide takes the finder away without a choice.
func (f *Finder) Hide() {
	if f.open {
		f.open = false
		f.window.Canvas().Overlays().Remove(f)
	}
}

// Open tells whether the finder is shown.
func (f *Finder) Open() bool { return f.open }

// Found returns the keys of the choices that match, best first.
func (f *Finder) Found() []string {
	keys := make([]string, len(f.found))
	for i, at := range f.found {
		keys[i] = f.options.Choices[at].Key
	}
	return keys
}

func (f *Finder) filter(text string) {
	f.found, _ = f.index.search(text)
	f.rows.setCount(max(len(f.found), 1), 0)
	f.Refresh()
}

// rowText implements rowSource.
func (f *Finder) rowText(i int) (label, detail string, marked, faint bool) {
	if i >= len(f.found) {
		return f.options.EmptyLabel, "", false, true
	}
	c := f.options.Choices[f.found[i]]
	return c.Label, c.Detail, false, false
}

// key takes all keys that the filter does not use: nothing under the finder
// may act.
func (f *Finder) key(name fyne.KeyName) bool {
	if f.rows.walked(name) {
		return true
	}
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.take(f.rows.current)
	case fyne.KeyEscape:
		f.Hide()
	}
	return true
}

func (f *Finder) take(i int) {
	if !f.open || i < 0 || i >= len(f.found) {
		return
	}
	key := f.options.Choices[f.found[i]].Key
	f.Hide()
	f.options.OnPicked(key)
}

// Tapped implements fyne.Tappable: a click beside the panel closes it.
func (f *Finder) Tapped(*fyne.PointEvent) { f.Hide() }

func (f *Finder) takeKey(ev *fyne.KeyEvent) { f.key(ev.Name) }

// CreateRenderer implements fyne.Widget.
func (f *Finder) CreateRenderer() fyne.WidgetRenderer {
	r := &finderRenderer{finder: f, scrim: &canvas.Rectangle{}, panel: newFloatingPanel()}
	r.objects = []fyne.CanvasObject{r.scrim, r.panel, f.body}
	r.Refresh()
	return r
}

type finderRenderer struct {
	finder       *Finder
	scrim, panel *canvas.Rectangle
	objects      []fyne.CanvasObject
}

const (
	finderWidth = 560
	finderPad   = 2 * Step
)

func (r *finderRenderer) Destroy()                     {}
func (r *finderRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *finderRenderer) MinSize() fyne.Size           { return fyne.Size{} }

// Layout keeps the top where it is, so that the list does not jump while it is
// filtered.
func (r *finderRenderer) Layout(size fyne.Size) {
	r.scrim.Resize(size)
	width := min(finderWidth, size.Width-4*Step)
	top := floor(size.Height * 0.14)
	height := min(r.finder.body.MinSize().Height+2*finderPad, size.Height-top-2*Step)
	pos := fyne.NewPos(floor((size.Width-width)/2), top)
	r.panel.Move(pos)
	r.panel.Resize(fyne.NewSize(width, height))
	r.finder.body.Move(pos.AddXY(finderPad, finderPad))
	r.finder.body.Resize(fyne.NewSize(width-2*finderPad, height-2*finderPad))
}

func (r *finderRenderer) Refresh() {
	r.scrim.FillColor = color.NRGBA{A: 0x40}
	r.scrim.Refresh()
	paintFloatingPanel(r.panel, r.finder)
	r.Layout(r.finder.Size())
	r.finder.body.Refresh()
}
