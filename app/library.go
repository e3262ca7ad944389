package app

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hashiya/annotate"
	"hashiya/app/ui"
	"hashiya/model"
)

// libraryScreen lists the project's articles with their state, filtered by
// state and by a search in their texts.
type libraryScreen struct {
	program *program
	all     []annotate.ArticleRow
	rows    []int // indexes into all of the rows shown
	found   map[string]bool
	query   string
	state   annotate.State // "" for all
	at      int            // row selected

	list    *articleList
	tabs    *fyne.Container
	heads   *fyne.Container // of the columns
	tools   *fyne.Container // beside the title
	middle  *fyne.Container
	status  *ui.Text
	search  int // counts searches, so that a late answer is dropped
	leaving bool
}

func newLibraryScreen(p *program) *libraryScreen {
	l := &libraryScreen{program: p, query: p.frame.search.Text()}
	l.status = ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary})
	l.tabs = ui.NewRow(2 * ui.Step)
	l.middle = container.NewStack()
	l.list = newArticleList(l, false)
	return l
}

// articleList is the stock list with Enter opening a row too, and the keys that
// it does not use passed on.
type articleList struct {
	widget.List
	library  *libraryScreen
	searched bool              // its rows have room for the words found
	current  widget.ListItemID // the row that the keyboard is on
	keyed    bool              // the list is handling the keyboard, not the mouse
	focused  bool
}

func newArticleList(l *libraryScreen, searched bool) *articleList {
	a := &articleList{library: l, searched: searched}
	a.Length = func() int { return len(l.rows) }
	a.CreateItem = func() fyne.CanvasObject { return newArticleRow(l.program, searched) }
	a.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		o.(*articleRow).show(l.all[l.rows[i]], l.query, a.focused && i == a.current)
	}
	a.OnHighlighted = func(i widget.ListItemID) {
		if !a.keyed {
			return // the mouse is over a row
		}
		before := a.current
		a.current = i
		a.RefreshItem(before)
		a.RefreshItem(i)
	}
	a.OnSelected = func(i widget.ListItemID) { l.openRow(i) }
	a.ExtendBaseWidget(a)
	return a
}

// FocusGained implements fyne.Focusable.
func (a *articleList) FocusGained() {
	a.focused = true
	a.byKeyboard(a.List.FocusGained)
}

func (a *articleList) byKeyboard(act func()) {
	a.keyed = true
	act()
	a.keyed = false
}

// FocusLost implements fyne.Focusable.
func (a *articleList) FocusLost() { a.focused = false; a.List.FocusLost() }

// TypedKey implements fyne.Focusable.
func (a *articleList) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		// As Space does in the stock list: the highlighted row, and not the one
		// that happens to be under the mouse.
		a.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeyUp, fyne.KeyDown, fyne.KeySpace:
		a.byKeyboard(func() { a.List.TypedKey(ev) })
	default:
		a.library.program.plainKey(ev)
	}
}

func (l *libraryScreen) content() fyne.CanvasObject {
	t := l.program.words.T
	importing := ui.NewButton(t("command.import"), ui.Primary, l.program.askImport)
	importing.SetIcon(theme.ContentAddIcon())
	setEnabled(importing, !l.program.project.ReadOnly())
	exporting := ui.NewButton(t("command.export"), ui.Plain, l.program.askExport)
	l.tools = ui.NewRow(3*ui.Step, l.tabs, importing, exporting)
	head := ui.NewRow(3*ui.Step, ui.NewText(t("library.title"), ui.TextStyle{Size: 18, Weight: ui.Bold}), ui.Spring(), l.tools)
	l.heads = newArticleHead(l.program)
	panel := ui.NewCard(container.NewBorder(l.heads, nil, nil, nil, l.middle))
	panel.SetPadding(2 * ui.Step)
	page := container.NewBorder(ui.NewPad(0, 3*ui.Step, head), nil, nil, nil, panel)
	keys := ui.NewText(t("library.keys"), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorFaint})
	return l.program.frame.wrap(ui.NewPad(7*ui.Step, 3*ui.Step, page), ui.NewRow(0), ui.NewRow(4*ui.Step, ui.Expand(l.status), keys))
}

func (l *libraryScreen) shown() {
	l.leaving = false // shown again, in other colours
	l.reload()
	l.focusList()
	l.goTo(l.program.lastArticle())
}

// goTo puts the keyboard on the row of an article.
func (l *libraryScreen) goTo(article string) {
	i := slices.IndexFunc(l.rows, func(row int) bool { return l.all[row].Article.ID == article })
	if i >= 0 {
		l.at = i
		l.list.byKeyboard(func() { l.list.Highlight(i) })
	}
}

func (l *libraryScreen) left() { l.leaving = true }

// reload reads the articles and their states again.
func (l *libraryScreen) reload() {
	rows, err := annotate.Library(l.program.store, l.program.project.Annotator().ID)
	if err != nil {
		l.program.fail(err)
		return
	}
	l.all = rows
	l.look(l.query)
}

// look searches for a query in the background and shows what it finds.
func (l *libraryScreen) look(query string) {
	l.query = query
	l.search++
	mine, store := l.search, l.program.store
	if query == "" {
		l.found = nil
		l.filter()
		return
	}
	ui.BackgroundWith(l.program.runner, l.program.window, l.program.words.T("search.running"), l.program.words.T("cancel"),
		func(context.Context, func(done, total int)) ([]string, error) { return store.Search(query) },
		func(ids []string, err error) {
			if mine != l.search || l.leaving {
				return
			}
			if err != nil {
				l.program.fail(err)
				return
			}
			l.found = map[string]bool{}
			for _, id := range ids {
				l.found[id] = true
			}
			l.filter()
		})
}

// filter shows the rows that the state and the search leave.
func (l *libraryScreen) filter() {
	var opened string
	if l.at < len(l.rows) {
		opened = l.all[l.rows[l.at]].Article.ID
	}
	l.rows = l.rows[:0]
	counts := map[annotate.State]int{}
	for i, row := range l.all {
		if l.found != nil && !l.found[row.Article.ID] {
			continue
		}
		counts[row.State]++
		counts[""]++
		if l.state == "" || l.state == row.State {
			l.rows = append(l.rows, i)
		}
	}
	l.at = max(0, slices.IndexFunc(l.rows, func(i int) bool { return l.all[i].Article.ID == opened }))
	l.showTabs(counts)
	l.showList()
	l.status.SetText(l.program.words.N("library.status", len(l.rows), len(l.all)))
}

// showTabs shows the states with how many articles are in each.
func (l *libraryScreen) showTabs(counts map[annotate.State]int) {
	l.tabs.Objects = nil
	for _, state := range append([]annotate.State{""}, annotate.States...) {
		name := "state.all"
		if state != "" {
			name = "state." + string(state)
		}
		b := ui.NewButton(l.program.words.T(name, counts[state]), ui.Plain, func() {
			l.state = state
			l.filter()
		})
		b.SetActive(l.state == state)
		l.tabs.Add(b)
	}
	l.tabs.Refresh()
}

// showList shows the rows, or what to do when there are none.
func (l *libraryScreen) showList() {
	if searched := l.query != ""; searched != l.list.searched {
		l.list = newArticleList(l, searched)
	}
	var middle fyne.CanvasObject = l.list
	switch {
	case len(l.all) == 0:
		middle = l.noArticles()
	case len(l.rows) == 0:
		middle = l.noMatches()
	}
	l.middle.Objects = []fyne.CanvasObject{middle}
	l.heads.Hidden, l.tools.Hidden = len(l.rows) == 0, len(l.all) == 0
	l.middle.Refresh()
	l.list.Refresh()
}

func (l *libraryScreen) focusList() { l.program.window.Canvas().Focus(l.list) }

// openRow opens the article of a row; previous and next then walk the rows
// that are shown.
func (l *libraryScreen) openRow(i int) {
	l.at = i
	l.list.UnselectAll()
	queue := make([]string, len(l.rows))
	for n, row := range l.rows {
		queue[n] = l.all[row].Article.ID
	}
	l.program.annotate(queue, i)
}

// lastArticle returns the article opened last, "" for none.
func (p *program) lastArticle() string {
	if p.at >= len(p.queue) {
		return ""
	}
	return p.queue[p.at]
}

// toArticle goes back to the article opened last, or to the first of the list.
func (p *program) toArticle() {
	_, annotating := p.screen.(*annotateScreen)
	switch {
	case p.project == nil || annotating:
	case len(p.queue) > 0:
		p.annotate(p.queue, p.at)
	default:
		if l, is := p.screen.(*libraryScreen); is && len(l.rows) > 0 {
			l.openRow(0)
		}
	}
}

func (p *program) toLibrary() {
	if p.project == nil {
		return
	}
	if _, is := p.screen.(*libraryScreen); !is && p.released() {
		p.show(newLibraryScreen(p))
	}
}

func (p *program) toSearch() {
	if p.project != nil {
		p.window.Canvas().Focus(p.frame.search)
	}
}

// searchFor shows the articles that hold what is typed in the search field.
func (p *program) searchFor(query string) {
	if l, is := p.screen.(*libraryScreen); is {
		l.look(query)
		return
	}
	if p.project != nil && p.released() {
		p.show(newLibraryScreen(p))
		p.window.Canvas().Focus(p.frame.search)
	}
}

// stateTone is how a state is coloured; its word says the same.
func stateTone(s annotate.State) ui.Tone {
	switch s {
	case annotate.StateInProgress:
		return ui.ToneCount
	case annotate.StateSubmitted:
		return ui.ToneActor
	}
	return ui.ToneDate
}

// outlet is where an article is from, as far as that is known.
func outlet(a model.Article) string {
	if a.Outlet != "" {
		return a.Outlet
	}
	return a.File
}
