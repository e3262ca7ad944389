package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hashiya/annotate"
	"hashiya/app/ui"
)

// shelf is a project of small articles; their titles are first to fourth.
var shelf = []string{
	"الأول\n\nاجتمع أحمد في مدرسة القرية، والتقى وفداً.",
	"الثاني\n\nقُتل ٣٧ عنصراً في بلدة هجين.",
	"الثالث\n\nوصلت القافلة إلى المدرسة وبهجين أيضاً.",
	"الرابع\n\nلا شيء يُذكر هنا.",
}

// newShelf shows the library of the shelf.
func newShelf(t testing.TB) *desk {
	t.Helper()
	path := newProjectFile(t, shelf, people...)
	d := newDesk(t)
	d.begin(path, "coder")
	d.library()
	return d
}

// titles are those of the rows shown.
func (d *desk) titles() []string {
	d.t.Helper()
	l, titles := d.library(), []string{}
	for _, i := range l.rows {
		titles = append(titles, l.all[i].Article.Title)
	}
	return titles
}

func (d *desk) wantTitles(what string, want ...string) {
	d.t.Helper()
	if got := d.titles(); !slices.Equal(got, want) {
		d.t.Errorf("%s: the library shows %q, want %q", what, got, want)
	}
}

func (d *desk) tapState(state annotate.State) {
	d.t.Helper()
	i := slices.Index(append([]annotate.State{""}, annotate.States...), state)
	test.Tap(d.library().tabs.Objects[i].(*ui.Button))
}

func TestStates(t *testing.T) {
	d := newShelf(t)
	d.library().openRow(1)
	d.label("3", "٣٧ عنصراً")
	d.press("Ctrl+L")
	d.library().openRow(2)
	d.press("Ctrl+Return", "Ctrl+L")
	d.wantTitles("all", "الأول", "الثاني", "الثالث", "الرابع")
	for state, want := range map[annotate.State][]string{
		annotate.StateToDo: {"الأول", "الرابع"}, annotate.StateInProgress: {"الثاني"}, annotate.StateSubmitted: {"الثالث"},
	} {
		d.tapState(state)
		d.wantTitles(string(state), want...)
		tab := d.library().tabs.Objects[1+slices.Index(annotate.States, state)].(*ui.Button)
		if want := d.words.T("state."+string(state), len(want)); tab.Label() != want || !tab.Active() {
			t.Errorf("the tab says %q, want %q", tab.Label(), want)
		}
	}
	d.tapState("")
	row := d.library().all[1]
	if row.State != annotate.StateInProgress || row.Items != 1 || row.Progress <= 0 || row.Progress >= 1 {
		t.Errorf("the article in work is %+v", row)
	}
	shown := newArticleRow(d.program, false)
	shown.show(row, "", false)
	if shown.items.Text() != "1" || shown.state.Text() != d.words.T("state.in_progress.name") || shown.title.Text() != "الثاني" {
		t.Errorf("the row says %q, %q, %q", shown.title.Text(), shown.state.Text(), shown.items.Text())
	}
}

func TestSearch(t *testing.T) {
	d := newShelf(t)
	for query, want := range map[string][]string{
		"احمد":     {"الأول"},
		"مدرسه":    {"الأول", "الثالث"},
		"قتل":      {"الثاني"},
		"37":       {"الثاني"},
		"هجين":     {"الثاني", "الثالث"},
		"٣٧ هجين":  {"الثاني"},
		"غير موجو": {},
		"":         {"الأول", "الثاني", "الثالث", "الرابع"},
	} {
		d.search(query)
		d.wantTitles("search "+query, want...)
	}
	d.search("هجين")
	shown := newArticleRow(d.program, true)
	shown.show(d.library().all[2], "هجين", false)
	if shown.title.Text() != "الثالث" || !strings.Contains(shown.found.Text(), "هجين") {
		t.Errorf("the row of a search says %q and %q, want the title and the words found", shown.title.Text(), shown.found.Text())
	}
	if !d.library().list.searched {
		t.Error("the list has no room for the words found")
	}
	if got := d.library().status.Text(); got != d.words.N("library.status", 2, 4) {
		t.Errorf("the status says %q", got)
	}
}

func (d *desk) search(text string) {
	d.t.Helper()
	d.press("Ctrl+Shift+F")
	if d.focused() != fyne.Focusable(d.frame.search) {
		d.t.Fatalf("Ctrl+Shift+F leads to a %T", d.focused())
	}
	d.shortcut(&fyne.ShortcutSelectAll{})
	d.press("Backspace")
	d.press(text)
}

func TestWalkingTheFilteredList(t *testing.T) {
	d := newShelf(t)
	d.search("هجين")
	d.press("Down")
	if d.focused() != fyne.Focusable(d.library().list) {
		t.Fatalf("Down leads from the search to a %T", d.focused())
	}
	d.press("Enter")
	title := func() string { return d.work().session.Article().Title }
	for _, step := range []struct{ keys, want string }{
		{"", "الثاني"}, {"Alt+Right", "الثالث"}, {"Alt+Right", "الثالث"}, {"Alt+Left", "الثاني"}, {"Alt+Left", "الثاني"},
	} {
		if step.keys != "" {
			d.press(step.keys)
		}
		if title() != step.want {
			t.Errorf("after %q the article is %q, want %q", step.keys, title(), step.want)
		}
	}
	// Back in the library the search still stands, and the article is found again.
	d.press("Ctrl+L")
	d.wantTitles("back", "الثاني", "الثالث")
	test.Tap(d.frame.article)
	if title() != "الثاني" {
		t.Errorf("the button leads to %q", title())
	}
}

func TestEnterOpensTheHighlightedRow(t *testing.T) {
	d := newShelf(t)
	d.press("Down")
	if told := d.library().list.OnHighlighted; told != nil {
		told(3) // the mouse rests on another row
	}
	d.press("Enter")
	if title := d.work().session.Article().Title; title != "الثاني" {
		t.Errorf("Enter opens %q, want the row that the keys are on", title)
	}
}

func TestTypingInTheSearchLeavesTheArticle(t *testing.T) {
	d := newShelf(t)
	d.library().openRow(0)
	d.search("هجين")
	d.wantTitles("search from an article", "الثاني", "الثالث")
	if d.focused() != fyne.Focusable(d.frame.search) {
		t.Errorf("the keyboard is in a %T", d.focused())
	}
}

func TestEmptyStates(t *testing.T) {
	path := newProjectFile(t, nil)
	d := newDesk(t)
	d.begin(path, "coder")
	says := func(key string) {
		t.Helper()
		if got := textsUnder(d.library().middle); !slices.Contains(got, d.words.T(key)) {
			t.Errorf("the empty library says %q, want %q", got, d.words.T(key))
		}
	}
	says("library.empty")
	test.Tap(d.frame.article) // nothing to go to
	d.library()
	d.importPaths([]string{writeText(t, shelf[0])})
	d.search("غير موجود")
	says("library.nothing")
	d.search("")
	d.tapState(annotate.StateSubmitted)
	says("library.nothing")
}

// textsUnder returns the words of all texts and paragraphs inside an object.
func textsUnder(o fyne.CanvasObject) []string {
	var all []string
	switch o := o.(type) {
	case interface{ Text() string }:
		all = append(all, o.Text())
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, textsUnder(child)...)
		}
	}
	return all
}

func TestSearchAfterAnotherTheme(t *testing.T) {
	d := newShelf(t)
	d.press("Ctrl+T")
	d.search("هجين")
	d.wantTitles("search in other colours", "الثاني", "الثالث")
}

func TestPlaceInTheQueue(t *testing.T) {
	d := newShelf(t)
	d.library().openRow(1)
	want := d.words.T("article.place", 2, 4)
	if got := textsUnder(d.work().navigation()); !slices.Contains(got, want) {
		t.Errorf("the bar says %q, want %q", fmt.Sprint(got), want)
	}
}
