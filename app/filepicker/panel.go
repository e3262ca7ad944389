package filepicker

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/ui"
)

// panel is what a picker shows, over a window that is darkened.
type panel struct {
	widget.BaseWidget
	picker *Picker

	crumbs *crumbs
	filter *ui.Entry
	places *ui.Scroll
	spots  []*placeButton
	column *fyne.Container // in places
	list   *list
	notice *ui.Paragraph
	name   *ui.Entry
	hidden *button
	status *ui.Text
	accept *button
	body   *fyne.Container
	tips   *ui.Tooltips
}

var (
	_ fyne.Tappable = (*panel)(nil)
	_ ui.Parent     = (*panel)(nil)
)

// Children implements ui.Parent.
func (d *panel) Children() []fyne.CanvasObject { return []fyne.CanvasObject{d.body, d.tips} }

// placeButton is a button at the side with the folder it stands for.
type placeButton struct {
	*button
	path string
}

func newPanel(p *Picker) *panel {
	d := &panel{picker: p, tips: ui.NewTooltips(p.options.Runner)}
	d.crumbs = newCrumbs(p.word("file.root"), p, p.goToPlace)
	d.filter = ui.NewEntry(ui.EntryOptions{Placeholder: p.word("file.filter"), Direction: ui.FirstStrong})
	d.filter.OnChanged = func(text string) {
		d.filter.Commit() // Esc is to empty the filter, not to take back what was typed
		p.applyFilter(text)
	}
	d.filter.OnKey, d.filter.OnCancel = p.filterKey, p.leaveFilter
	d.filter.OnShortcut = func(s fyne.Shortcut) bool { p.takeShortcut(s); return true }
	d.column = ui.NewColumn(0)
	d.places = ui.NewScroll(d.column)
	d.list = newList(p.options, p)
	d.list.onMoved, d.list.onTaken = p.selected, p.take
	d.list.onTyped = func(r rune) {
		p.focus(d.filter)
		d.filter.TypedRune(r)
	}
	d.notice = ui.NewParagraph("", ui.ParagraphStyle{})
	d.notice.Hide()
	d.status = ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Align: ui.Trailing, Truncate: true})
	d.body = ui.NewColumn(2*ui.Step,
		ui.NewRow(4*ui.Step, ui.NewText(p.options.Title, ui.TextStyle{Weight: ui.Bold, Size: 16}), ui.Expand(d.status)),
		d.top(), ui.Expand(&fyne.Container{Layout: sides{}, Objects: []fyne.CanvasObject{d.places, newFrame(d.list)}}),
		d.notice, d.nameRow(), d.buttons())
	d.ExtendBaseWidget(d)
	return d
}

func (d *panel) top() fyne.CanvasObject {
	up := newButton("", theme.MoveUpIcon(), lookQuiet, d.picker, d.picker.goUp)
	up.spoken, up.hint = d.picker.word("file.up"), "Alt+Up"
	return ui.NewRow(2*ui.Step, up, ui.Expand(d.crumbs), ui.NewFixed(filterWidth, 0, d.filter))
}

func (d *panel) nameRow() fyne.CanvasObject {
	p := d.picker
	placeholder := "file.name"
	if p.options.Mode == Save {
		placeholder = "file.name.save"
	}
	d.name = ui.NewEntry(ui.EntryOptions{Placeholder: p.word(placeholder), Direction: ui.FirstStrong})
	d.name.OnChanged = func(string) {
		d.list.chosen.none()
		d.list.Refresh()
		p.refresh()
	}
	d.name.OnKey, d.name.OnCancel = p.nameKey, p.Dismiss
	d.name.OnShortcut = func(s fyne.Shortcut) bool { p.takeShortcut(s); return true }
	row := ui.NewRow(2*ui.Step, ui.Expand(d.name))
	if len(p.options.Extensions) > 1 {
		row.Add(ui.NewFixed(kindWidth, 0, d.kinds()))
	}
	return row
}

// kinds is the field that chooses among the filters.
func (d *panel) kinds() *ui.Chooser {
	p := d.picker
	var choices []ui.Choice
	for _, kind := range p.options.Extensions {
		choices = append(choices, ui.Choice{Key: kind.Label, Label: kind.Label})
	}
	c := ui.NewChooser(ui.ChooserOptions{EmptyLabel: p.word("file.noMatch")}, choices)
	c.SetPicked(choices[0].Key)
	c.OnKey = p.kindKey
	c.OnPicked = func(keys []string) {
		for i, choice := range choices {
			if len(keys) > 0 && choice.Key == keys[0] {
				p.kind = i
			}
		}
		p.fill("")
	}
	return c
}

func (d *panel) buttons() fyne.CanvasObject {
	p := d.picker
	row := ui.NewRow(2 * ui.Step)
	if p.options.Mode == Folder || p.options.Mode == Save {
		row.Add(newButton(p.word("file.new"), theme.FolderNewIcon(), lookPlain, p, p.askNewFolder))
	}
	d.hidden = newButton(p.word("file.hidden"), theme.VisibilityIcon(), lookPlain, p, p.toggleHidden)
	key := map[Mode]string{Save: "file.save", Folder: "file.choose"}[p.options.Mode]
	if key == "" {
		key = "file.open"
	}
	d.accept = newButton(p.word(key), nil, lookPrimary, p, p.accept)
	d.accept.Disable()
	row.Add(d.hidden)
	row.Add(ui.Spring())
	row.Add(newButton(p.word("cancel"), nil, lookPlain, p, p.Dismiss))
	row.Add(d.accept)
	return row
}

// say shows a line over the name field; "" takes it away.
func (d *panel) say(text string, color fyne.ThemeColorName) {
	d.notice.SetStyle(ui.ParagraphStyle{Size: ui.SizeSmall, Color: color, MaxLines: 3})
	d.notice.SetText(text)
	d.notice.Hidden = text == ""
	d.Refresh()
}

// showPlaces fills the side list.
func (d *panel) showPlaces(all []spot) {
	icons := map[placeKind]fyne.Resource{
		placeHome: theme.HomeIcon(), placeDesktop: theme.DesktopIcon(), placeDocuments: theme.DocumentIcon(),
		placeRecent: theme.HistoryIcon(), placeDrive: theme.StorageIcon(),
	}
	d.column.Objects, d.spots = nil, nil
	for _, s := range all {
		b := newButton(visible(s.Label), icons[s.kind], lookSide, d.picker, func() { d.picker.goToPlace(s.Path) })
		b.onFocus = func() { d.places.RevealObject(b) }
		d.spots = append(d.spots, &placeButton{b, s.Path})
		d.column.Add(ui.NewPad(focusRoom, focusRoom, b))
	}
	d.markPlace(d.picker.folder)
	d.Refresh()
}

// markPlace shows which place is the folder shown.
func (d *panel) markPlace(folder string) {
	for _, s := range d.spots {
		s.setActive(s.path == folder)
	}
}

// Tapped implements fyne.Tappable: a click beside the controls gives the focus
// back to the list instead of losing it.
func (d *panel) Tapped(*fyne.PointEvent) { d.picker.focus(d.list) }

// CreateRenderer implements fyne.Widget.
func (d *panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{panel: d, scrim: &canvas.Rectangle{}, box: &canvas.Rectangle{
		CornerRadius: ui.RadiusPanel, Shadow: canvas.Shadow{BlurRadius: 16, Offset: fyne.NewPos(0, 4)},
	}}
	r.objects = []fyne.CanvasObject{r.scrim, r.box, d.body, d.tips}
	r.Refresh()
	return r
}

type panelRenderer struct {
	panel      *panel
	scrim, box *canvas.Rectangle
	objects    []fyne.CanvasObject
}

const (
	panelWidth  = 760
	panelHeight = 520
	panelPad    = 5 * ui.Step
	filterWidth = 168
	kindWidth   = 200
	placesWidth = 168
	leastList   = 320 // with less beside them, the places make room
	focusRoom   = 2   // around a button, for its focus ring
)

func (r *panelRenderer) Destroy()                     {}
func (r *panelRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *panelRenderer) MinSize() fyne.Size           { return fyne.Size{} }

func (r *panelRenderer) Layout(size fyne.Size) {
	r.scrim.Resize(size)
	r.panel.tips.Resize(size)
	width := min(panelWidth, size.Width-4*ui.Step)
	height := min(panelHeight, size.Height-4*ui.Step)
	// A little above the middle looks centred.
	pos := fyne.NewPos(floor((size.Width-width)/2), floor((size.Height-height)*0.4))
	r.box.Move(pos)
	r.box.Resize(fyne.NewSize(width, height))
	r.panel.body.Move(pos.AddXY(panelPad, panelPad))
	r.panel.body.Resize(fyne.NewSize(width-2*panelPad, height-2*panelPad))
}

func (r *panelRenderer) Refresh() {
	r.scrim.FillColor = color.NRGBA{A: 0x70}
	r.scrim.Refresh()
	r.box.Shadow.Color = theme.ColorForWidget(theme.ColorNameShadow, r.panel)
	paintBox(r.box, ui.ColorPanel, ui.ColorLine, r.panel)
	r.Layout(r.panel.Size())
	r.panel.body.Layout.Layout(r.panel.body.Objects, r.panel.body.Size())
	r.panel.body.Refresh()
}

// sides lays the places beside the list, as long as there is room for both.
type sides struct{}

// MinSize implements fyne.Layout.
func (sides) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

// Layout implements fyne.Layout.
func (sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const gap = 3 * ui.Step
	places, list := objects[0], objects[1]
	width := size.Width
	if size.Width >= placesWidth+gap+leastList {
		width -= placesWidth + gap
		places.Show()
	} else {
		places.Hide()
	}
	listAt, placesAt := size.Width-width, float32(0)
	if ui.InterfaceRTL() {
		listAt, placesAt = 0, size.Width-placesWidth
	}
	places.Move(fyne.NewPos(placesAt, 0))
	places.Resize(fyne.NewSize(placesWidth, size.Height))
	list.Move(fyne.NewPos(listAt, 0))
	list.Resize(fyne.NewSize(width, size.Height))
}
