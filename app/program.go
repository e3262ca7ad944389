package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hashiya/annotate"
	"hashiya/app/filepicker"
	"hashiya/app/settings"
	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// program is the running program: its window, the open project and the screen
// that is shown.
type program struct {
	app      fyne.App
	window   fyne.Window
	settings *settings.File
	kept     settings.Settings // what the file holds
	words    *words.Words
	theme    *ui.Theme
	runner   ui.Runner

	root    *fyne.Container // what the window shows under the notices
	notices *ui.Notices
	tips    *ui.Tooltips
	frame   *frame
	screen  screen

	store   *sqlite.Store // nil while no project is open
	project *annotate.Project
	name    string // of the person
	role    model.Role
	path    string             // to open once the person is known
	barred  error              // why the open project can only be read; nil when it can be written
	asking  *filepicker.Picker // for a path, as long as it is shown; nil for none
	failure string             // the message that an edit was not kept, until one is

	opening int         // counts the articles asked for, so that a late one is dropped
	recent  []commandID // commands used last, the newest first

	queue []string // articles that previous and next walk through
	at    int      // of the one opened last
}

// screen is what the middle of the window shows.
type screen interface {
	// content is called each time the screen is shown.
	content() fyne.CanvasObject
	// shown is called when the content is in the window.
	shown()
}

// leaver is a screen that wants to know when it is left.
type leaver interface{ left() }

// holder is a screen that may hold what is not in the file yet. release keeps
// it and reports whether nothing is left over.
type holder interface{ release() bool }

// commander is a screen with commands of its own.
type commander interface{ do(id commandID) bool }

func newProgram(a fyne.App, w fyne.Window, s *settings.File, texts *words.Words, runner ui.Runner) *program {
	p := &program{app: a, window: w, settings: s, words: texts, runner: runner, theme: ui.NewTheme()}
	var problem error
	p.kept, problem = s.Load()
	p.dress()
	setUp(a, p.theme)
	p.notices = ui.NewNotices(runner)
	p.root = container.NewStack()
	p.frame = newFrame(p)
	p.tips = ui.NewTooltips(runner)
	w.SetContent(container.NewStack(p.root, p.notices, p.tips))
	w.SetPadded(false)
	if p.kept.Width > 0 {
		w.Resize(fyne.NewSize(p.kept.Width, p.kept.Height))
	} else {
		w.Resize(fyne.NewSize(1280, 800))
	}
	w.SetCloseIntercept(p.quit)
	w.SetOnDropped(p.dropped)
	p.bind()
	p.fail(problem)
	return p
}

// begin shows the first screen: the project, or the start screen when there is
// none or nobody has said who they are.
func (p *program) begin(path, as string) {
	p.name, p.role, p.path = p.kept.Name, model.Role(p.kept.Role), path
	if as != "" {
		p.name = as
	}
	if p.name == "" || path == "" {
		p.show(newStartScreen(p))
		return
	}
	p.open(path)
}

// show replaces the screen.
func (p *program) show(s screen) {
	if l, is := p.screen.(leaver); is {
		l.left()
	}
	p.screen = s
	p.tips.Dismiss() // its button is going
	p.root.Objects = []fyne.CanvasObject{s.content()}
	p.root.Refresh()
	s.shown()
	p.frame.refresh()
	p.frame.settle()
}

// open opens a project and shows its articles. A project that is open
// elsewhere, or that cannot be written, is shown for reading.
func (p *program) open(path string) {
	holder := p.words.T("lock.holder", p.name)
	store, err := sqlite.Open(path, sqlite.Options{Devices: p.settings, Holder: holder})
	var barred error
	if isBarred(err) {
		barred = err
		store, err = sqlite.Open(path, sqlite.Options{ReadOnly: true})
	}
	p.fail(barred)
	if err != nil {
		p.fail(err)
		if p.store == nil {
			p.show(newStartScreen(p))
		}
		return
	}
	p.enter(store)
	p.barred = barred
}

// enter makes an opened store the project of the window.
func (p *program) enter(store *sqlite.Store) {
	project, err := annotate.Enter(store, p.name, p.role)
	if err != nil {
		store.Close()
		p.fail(err)
		return
	}
	p.close()
	p.store, p.project, p.barred = store, project, nil
	p.frame.search.SetText("")
	p.remember(func(s *settings.Settings) { s.Opened(store.Path()) })
	p.window.SetTitle(p.words.T("window.title", project.Name()))
	project.OnEntities(p.entitiesChanged)
	p.show(newLibraryScreen(p))
	p.frame.opened()
}

// entitiesChanged is told by the project. The screen is asked for only then:
// what is no longer shown must not be kept alive by listening.
func (p *program) entitiesChanged() {
	if a, is := p.screen.(*annotateScreen); is {
		a.form.entitiesChanged()
	}
}

// released has the screen keep what is typed in it. What cannot be kept holds
// the person there: it would be lost, and the field says what is wrong.
func (p *program) released() bool {
	h, is := p.screen.(holder)
	return !is || h.release()
}

// close closes the open project, after the screen has committed what is typed.
func (p *program) close() {
	if p.store == nil {
		return
	}
	if l, is := p.screen.(leaver); is {
		l.left()
	}
	p.screen = nil
	if err := p.store.Close(); err != nil {
		p.fail(err)
	}
	p.store, p.project = nil, nil
}

// quit closes the window. When something on the screen cannot be kept it asks
// first.
func (p *program) quit() {
	if p.released() {
		p.leave()
		return
	}
	t := p.words.T
	ui.ShowDialog(p.window, ui.DialogOptions{
		Title: t("quit.title"), Text: t("quit.text"),
		Buttons: []ui.DialogButton{
			{Label: t("quit.anyway"), OnTapped: p.leave},
			{Label: t("quit.stay"), Kind: ui.Primary, Default: true, Cancel: true},
		},
	})
}

func (p *program) leave() {
	// The size of the whole screen would be one that no frame can be pulled to.
	if size := p.window.Canvas().Size(); !p.window.FullScreen() {
		p.remember(func(s *settings.Settings) { s.Width, s.Height = size.Width, size.Height })
	}
	p.close()
	p.window.Close()
}

// fail tells the person what went wrong and what to do.
func (p *program) fail(err error) {
	if err == nil {
		return
	}
	p.notices.Notify(ui.Notice{Kind: ui.Failure, Text: p.message(err)})
}

// tell shows something that went well.
func (p *program) tell(text string) {
	p.notices.Notify(ui.Notice{Kind: ui.Info, Text: text})
}

// hint says why a key did nothing, and what to do first.
func (p *program) hint(key string) {
	p.notices.Notify(ui.Notice{Kind: ui.Warning, Text: p.words.T(key)})
}

// keep runs something that edits. It marks the screen as saved only when the
// edit is in the file.
func (p *program) keep(err error) bool {
	switch {
	case err == nil:
		p.frame.savedNow()
		p.notices.Withdraw(p.failure)
		return true
	case isNothing(err):
		p.frame.settle()
		return true
	case isHint(err):
		p.notices.Notify(ui.Notice{Kind: ui.Warning, Text: p.message(err)})
	case p.barred != nil && isBarred(err):
		// It was said when the project was opened, with who holds it.
		p.notices.Notify(ui.Notice{Kind: ui.Warning, Text: p.message(p.barred)})
	default:
		p.frame.unsaved()
		p.failure = p.message(err)
		p.fail(err)
	}
	return false
}
