package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
)

// Heights of the bars and the width of the rail, in device-independent pixels.
const (
	topBarHeight    = 52
	statusBarHeight = 44
	railWidth       = 56
)

// frame is what surrounds every screen of an open project: the bar with the
// project's name, the search and the saved mark; the rail of screens; the
// status bar.
type frame struct {
	program *program
	search  *ui.Entry
	undo    *ui.Button
	redo    *ui.Button
	mark    *ui.Text // the saved mark
	library *ui.Button
	article *ui.Button
	codes   *ui.Button
	names   *ui.Button
	guide   *ui.Button
	gear    *ui.Button
	pending bool // something on the screen is not in the file
	failed  bool // the last edit could not be kept
	since   time.Time
}

func newFrame(p *program) *frame {
	t := p.words.T
	f := &frame{program: p}
	f.search = ui.NewEntry(ui.EntryOptions{Placeholder: t("search.placeholder"), Direction: ui.FirstStrong})
	f.search.OnChanged = func(text string) { p.searchFor(text) }
	f.search.OnKey = func(name fyne.KeyName) bool {
		if name == fyne.KeyDown {
			if l, is := p.screen.(*libraryScreen); is {
				l.focusList()
				return true
			}
		}
		return p.plainKey(&fyne.KeyEvent{Name: name})
	}
	f.undo = p.commandButton(ui.Mirrored(theme.ContentUndoIcon()), "undo")
	f.redo = p.commandButton(ui.Mirrored(theme.ContentRedoIcon()), "redo")
	f.library = p.commandButton(theme.ListIcon(), "library")
	f.codes = p.commandButton(theme.ColorPaletteIcon(), "codebook")
	f.names = p.commandButton(theme.AccountIcon(), "entities")
	f.guide = p.commandButton(theme.InfoIcon(), "guidelines")
	f.gear = p.commandButton(theme.SettingsIcon(), "settings")
	f.article = iconButton(theme.DocumentCreateIcon(), p.toArticle)
	f.article.SetTooltip(t("rail.article"), "")
	f.mark = ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Align: ui.Trailing})
	return f
}

func iconButton(icon fyne.Resource, act func()) *ui.Button {
	b := ui.NewButton("", ui.Quiet, act)
	b.SetIcon(icon)
	return b
}

// commandButton is an icon that runs a command, with its name and its key in
// the tooltip.
func (p *program) commandButton(icon fyne.Resource, id commandID) *ui.Button {
	b := iconButton(icon, func() { p.performID(id) })
	b.SetTooltip(p.words.T("command."+string(id)), keysOf(id))
	return b
}

// wrap puts the bars around a screen's content. middle stands between the
// project's name and the search; status is the bottom bar's content.
func (f *frame) wrap(content, middle, status fyne.CanvasObject) fyne.CanvasObject {
	p := f.program
	brand := ui.NewText(p.words.T("app.name"), ui.TextStyle{Size: 19, Weight: ui.Bold, Color: ui.ColorAccent})
	project := ui.NewText(p.project.Name(), ui.TextStyle{Color: ui.ColorSecondary, Direction: ui.FirstStrong, Truncate: true})
	help := p.commandButton(theme.HelpIcon(), "help")
	top := ui.NewRow(4*ui.Step,
		brand, ui.NewFixed(140, 0, project), middle, ui.Spring(),
		ui.NewFixed(240, 0, f.search), ui.NewRow(ui.Step, f.undo, f.redo, help), ui.NewFixed(104, 0, f.mark))
	rail := ui.NewColumn(2*ui.Step, f.library, f.article, f.codes, f.names, f.guide, ui.Spring(), f.gear)
	// The content comes first, and with it the keyboard's way through the window.
	return container.New(frameLayout{},
		container.NewStack(fill(ui.ColorWindow), content),
		bar(ui.NewPad(4*ui.Step, 2*ui.Step, top), false),
		bar(ui.NewPad(4*ui.Step, ui.Step, status), true),
		railPanel(ui.NewPad(3*ui.Step, 3*ui.Step, rail)))
}

// frameLayout lays out content, top bar, status bar and rail, in this order,
// edge to edge; the rail is at the leading side.
type frameLayout struct{}

func (frameLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	return fyne.NewSize(max(least.Width+railWidth, objects[1].MinSize().Width, objects[2].MinSize().Width),
		least.Height+topBarHeight+statusBarHeight)
}

func (frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := max(size.Height-topBarHeight-statusBarHeight, 0)
	content, rail := float32(railWidth), float32(0)
	if ui.InterfaceRTL() {
		content, rail = 0, size.Width-railWidth
	}
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	place(objects[0], content, topBarHeight, size.Width-railWidth, height)
	place(objects[1], 0, 0, size.Width, topBarHeight)
	place(objects[2], 0, topBarHeight+height, size.Width, statusBarHeight)
	place(objects[3], rail, topBarHeight, railWidth, height)
}

// bar is a panel over the whole width with a line on the side of the content.
func bar(content fyne.CanvasObject, lineAbove bool) fyne.CanvasObject {
	line := rule()
	edges := container.NewBorder(nil, line, nil, nil)
	if lineAbove {
		edges = container.NewBorder(line, nil, nil, nil)
	}
	return container.NewStack(fill(ui.ColorPanel), edges, content)
}

func railPanel(content fyne.CanvasObject) fyne.CanvasObject {
	line := rule()
	return container.NewStack(fill(ui.ColorPanel), container.NewBorder(nil, nil, nil, line), content)
}

func rule() *canvas.Rectangle {
	line := fill(ui.ColorLine)
	line.SetMinSize(fyne.NewSize(1, 1))
	return line
}

func fill(name fyne.ThemeColorName) *canvas.Rectangle {
	return canvas.NewRectangle(theme.Color(name))
}

// refresh brings the bar in line with the screen and the project.
func (f *frame) refresh() {
	p := f.program
	for _, one := range []struct {
		button *ui.Button
		shown  bool
	}{
		{f.library, shows[*libraryScreen](p)},
		{f.article, shows[*annotateScreen](p)},
		{f.codes, shows[*codebookScreen](p) || shows[*workScreen](p)},
		{f.names, shows[*entityScreen](p)},
		{f.guide, shows[*guidelinesScreen](p)},
	} {
		one.button.SetActive(one.shown)
	}
	undo, redo := false, false
	if s, is := p.screen.(stepper); is {
		undo, redo = s.steps()
	}
	setEnabled(f.undo, undo)
	setEnabled(f.redo, redo)
}

// shows tells whether the screen shown is of a type.
func shows[S screen](p *program) bool {
	_, is := p.screen.(S)
	return is
}

func setEnabled(o fyne.Disableable, on bool) {
	if on {
		o.Enable()
	} else {
		o.Disable()
	}
}

// opened begins anew with a project in which nothing was edited yet.
func (f *frame) opened() {
	f.failed, f.since = false, time.Time{}
	f.settle()
}

// savedNow says that an edit has just reached the file.
func (f *frame) savedNow() {
	f.failed, f.since = false, time.Now()
	f.settle()
	f.refresh()
}

// unsaved says that an edit could not be kept.
func (f *frame) unsaved() {
	f.failed = true
	f.settle()
}

// settle lets the mark say whether what is on the screen is in the file. An
// edit that was kept does not make true what another field still shows.
func (f *frame) settle() {
	p := f.program
	typed, refused := false, false
	if w, is := p.screen.(writer); is {
		typed, refused = w.pending()
	}
	f.pending = typed || f.failed
	switch {
	case p.project == nil:
	case p.project.ReadOnly():
		f.show("saved.readOnly", ui.ColorWarning)
	case refused || f.failed:
		f.show("saved.not", ui.ColorWarning)
	case typed:
		f.show("saved.pending", ui.ColorFaint)
	case f.since.IsZero():
		f.show("saved.all", ui.ColorSecondary)
	default:
		f.show("saved.at", ui.ColorSecondary, p.words.Clock(f.since))
	}
}

func (f *frame) show(key string, color fyne.ThemeColorName, args ...any) {
	f.mark.SetColor(color)
	f.mark.SetText(f.program.words.T(key, args...))
}
