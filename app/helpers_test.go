package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hashiya/annotate"
	"hashiya/app/settings"
	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/assets"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// story is a small article with one of each kind of thing to label.
const story = "رواية عن معركة قرب الجسر\n\n" +
	"قال المرصد إن 12 عنصراً من التنظيم قتلوا و30 جرحوا في كمين قرب بلدة الجسر يوم 10 أكتوبر 2018.\n\n" +
	"ورد التنظيم بأن حصيلة الهجوم بلغت عشرين قتيلاً، ونفى ناطق باسم القوات ذلك."

// desk is a program under test with what drives it.
type desk struct {
	*program
	t      testing.TB
	window *keyWindow
	file   *settings.File
	timers map[int]func()
	next   int
}

// newDesk starts a program without a project. Settings stay where
// HASHIYA_CONFIG points, so a second one finds those of the first.
func newDesk(t testing.TB) *desk {
	t.Helper()
	if os.Getenv(settings.FolderVariable) == "" {
		t.Setenv(settings.FolderVariable, t.TempDir())
	}
	file, err := settings.Find()
	if err != nil {
		t.Fatal(err)
	}
	texts, err := words.Load(assets.Translations(), "en")
	if err != nil {
		t.Fatal(err)
	}
	a := &keyApp{App: test.NewTempApp(t)}
	plain := a.App.NewWindow("")
	w := &keyWindow{Window: plain, canvas: &keyCanvas{Canvas: plain.Canvas()}}
	a.driver = &keyDriver{Driver: a.App.Driver(), canvas: w.canvas}
	fyne.SetCurrentApp(a)
	d := &desk{t: t, window: w, file: file, timers: map[int]func(){}}
	runner := ui.InlineRunner()
	runner.After = d.after
	d.program = newProgram(a, w, file, texts, runner)
	w.Resize(fyne.NewSize(1280, 800))
	t.Cleanup(func() {
		fyne.SetCurrentApp(a) // a later desk of the same test has left another one
		d.program.close()
	})
	return d
}

// after remembers what is to come later; pass lets it come.
func (d *desk) after(_ time.Duration, f func()) func() {
	n := d.next
	d.next++
	d.timers[n] = f
	return func() { delete(d.timers, n) }
}

func (d *desk) pass() {
	for n := range d.next {
		if f := d.timers[n]; f != nil {
			delete(d.timers, n)
			f()
		}
	}
}

// newProjectFile makes a project of texts and returns its path. Entities are
// given as name and type.
func newProjectFile(t testing.TB, texts []string, entities ...[2]string) string {
	t.Helper()
	t.Setenv(settings.FolderVariable, t.TempDir())
	file, err := settings.Find()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "test.hashiya")
	store, err := annotate.Create(path, "test", assets.Codebook(),
		func(path string, p model.Project, c model.CodebookRow) (*sqlite.Store, error) {
			return sqlite.Create(path, p, c, sqlite.Options{Devices: file})
		})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	p, err := annotate.Enter(store, "coder", model.RoleAnnotator)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entities {
		if _, err := p.NewEntity(e[0], e[1]); err != nil {
			t.Fatal(err)
		}
	}
	var paths []string
	for _, text := range texts {
		paths = append(paths, writeText(t, text))
	}
	if len(paths) == 0 {
		return path
	}
	report, err := p.Import(context.Background(), store, paths, nil)
	if err != nil || len(report.Refused) > 0 {
		t.Fatalf("import: %v, %+v", err, report)
	}
	return path
}

func writeText(t testing.TB, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "article.txt")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

var people = [][2]string{
	{"المرصد", "non_state_armed_group"}, {"التنظيم", "non_state_armed_group"}, {"القوات", "non_state_armed_group"}, {"الجسر", "town"},
}

// newTestProgram opens a project that holds texts, the first of them shown
// beside its form; without texts it is the story.
func newTestProgram(t testing.TB, texts ...string) *desk {
	t.Helper()
	if len(texts) == 0 {
		texts = []string{story}
	}
	return startOn(t, newProjectFile(t, texts, people...))
}

// startOn starts the program on a project and opens its first article.
func startOn(t testing.TB, path string) *desk {
	t.Helper()
	d := newDesk(t)
	d.begin(path, "coder")
	if d.project == nil {
		t.Fatalf("the project is not open: %q", d.notices.Texts())
	}
	d.library().openRow(0)
	return d
}

func (d *desk) library() *libraryScreen {
	d.t.Helper()
	l, is := d.screen.(*libraryScreen)
	if !is {
		d.t.Fatalf("the screen is a %T, want the library", d.screen)
	}
	return l
}

func (d *desk) work() *annotateScreen {
	d.t.Helper()
	a, is := d.screen.(*annotateScreen)
	if !is {
		d.t.Fatalf("the screen is a %T, want an article", d.screen)
	}
	return a
}

// selectWords selects the nth occurrence (from 0) of words, as a drag does.
func (d *desk) selectWords(text string, nth ...int) (start, end int) {
	d.t.Helper()
	a := d.work()
	whole, n := a.session.Text(0, a.session.Len()), 0
	if len(nth) > 0 {
		n = nth[0]
	}
	at := 0
	for {
		i := strings.Index(whole[at:], text)
		if i < 0 {
			d.t.Fatalf("%q is not in the text", text)
		}
		at += i
		if n == 0 {
			break
		}
		at, n = at+len(text), n-1
	}
	start = len([]rune(whole[:at]))
	end = start + len([]rune(text))
	a.reader.Select(start, end)
	a.selected(start, end)
	d.focus(a.reader)
	return start, end
}

// row returns the row of a field of the open card.
func (d *desk) row(field string) *fieldRow {
	d.t.Helper()
	e := d.work().form.editor
	if e == nil {
		d.t.Fatal("no card is open")
	}
	for _, r := range e.rows {
		if r.model.Name == field {
			return r
		}
	}
	d.t.Fatalf("the open card of a %s has no field %q", e.kind, field)
	return nil
}

// stored reads the record of the article on the screen from the file.
func (d *desk) stored() model.Work {
	d.t.Helper()
	w, _, err := d.store.Work(d.work().session.Article().ID, d.project.Annotator().ID)
	if err != nil {
		d.t.Fatal(err)
	}
	return w
}

// wantMark checks what the saved mark says, but for the time of day.
func (d *desk) wantMark(key string) {
	d.t.Helper()
	want := strings.TrimSpace(d.words.T(key, ""))
	if got := d.frame.mark.Text(); !strings.HasPrefix(got, want) {
		d.t.Errorf("the saved mark says %q, want %q", got, want)
	}
}

func (d *desk) wantNotice(part string) {
	d.t.Helper()
	if all := strings.Join(d.notices.Texts(), "\n"); !strings.Contains(all, part) {
		d.t.Errorf("the notices %q do not say %q", all, part)
	}
}

// label selects words, labels them with a key and returns the new item's id.
func (d *desk) label(key, text string, nth ...int) string {
	d.t.Helper()
	d.selectWords(text, nth...)
	d.press(key)
	if id := d.work().active; id != "" {
		return id
	}
	d.t.Fatalf("key %s on %q opens no card: %q", key, text, d.notices.Texts())
	return ""
}

type annotateChange = annotate.Change

// paletteChips returns the labels offered beside a selection, in order.
func paletteChips(p *palette) []*ui.Chip {
	var chips []*ui.Chip
	for _, o := range p.card.Content().(*fyne.Container).Objects {
		chips = append(chips, o.(*ui.Chip))
	}
	return chips
}

// shownTexts returns the words of the texts, paragraphs and chips directly in a
// container, hidden ones left out.
func shownTexts(c *fyne.Container) []string {
	var all []string
	for _, o := range c.Objects {
		if w, is := o.(interface{ Text() string }); is && o.Visible() {
			all = append(all, w.Text())
		}
	}
	return all
}

func joinLines(lines []string) string { return strings.Join(lines, "\n") }
