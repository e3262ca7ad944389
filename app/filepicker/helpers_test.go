package filepicker

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hashiya/app/ui"
)

// session is a picker in a window, and what it answered.
type session struct {
	*Picker
	t         *testing.T
	window    fyne.Window
	answer    []string
	cancelled bool
}

// keyWords are words that tests can tell: the key and its arguments.
func keyWords(key string, args ...any) string {
	return strings.TrimSpace(fmt.Sprintln(append([]any{key}, args...)...))
}

// show opens a picker in a folder. The home is a folder of its own, so that no
// file of the machine is seen.
func show(t *testing.T, options Options, change ...func(*ui.Theme)) *session {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	theme := ui.NewTheme()
	for _, f := range change {
		f(theme)
	}
	test.NewTempApp(t).Settings().SetTheme(theme)
	s := &session{t: t, window: test.NewWindow(canvas.NewRectangle(theme.Color(ui.ColorWindow, 0)))}
	t.Cleanup(s.window.Close)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(1024, 700))
	if options.Words == nil {
		options.Words = keyWords
	}
	if options.Runner.Go == nil {
		options.Runner = ui.InlineRunner()
	}
	options.OnDone = func(paths []string) { s.answer = paths }
	options.OnCancel = func() { s.cancelled = true }
	s.Picker = Show(s.window, options)
	return s
}

func rightToLeft(t *ui.Theme) { t.SetRightToLeft(true) }

// tree makes files in a new folder; a name that ends in a slash is a folder.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		path := filepath.Join(root, filepath.FromSlash(name))
		folder := filepath.Dir(path)
		if strings.HasSuffix(name, "/") {
			folder = path
		}
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		if folder != path {
			if err := os.WriteFile(path, []byte(name), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	return root
}

// names are the rows shown, folders with a slash.
func (s *session) names() string {
	var all []string
	for _, e := range s.panel.list.rows {
		name := e.name
		if e.folder() {
			name += "/"
		}
		all = append(all, name)
	}
	return strings.Join(all, " ")
}

// said is the line of the panel, "" where there is none.
func (s *session) said() string {
	if s.panel.notice.Visible() {
		return s.panel.notice.Text()
	}
	return ""
}

// press sends keys to what has the focus: "S-" holds Shift, "C-" Control, "A-"
// Alt; words that are no key are typed.
func (s *session) press(keys ...string) {
	s.t.Helper()
	for _, key := range keys {
		focused := s.window.Canvas().Focused()
		if focused == nil {
			s.t.Fatalf("%s: nothing has the focus", key)
		}
		switch modifier, name, _ := strings.Cut(key, "-"); {
		case name == "" || len(modifier) > 1:
			typeKey(s.window.Canvas(), focused, key)
		case modifier == "S":
			hold(focused, func() { typeKey(s.window.Canvas(), focused, name) })
		case key == "C-A":
			focused.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
		default:
			m := map[string]fyne.KeyModifier{"C": fyne.KeyModifierShortcutDefault, "A": fyne.KeyModifierAlt}[modifier]
			focused.(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: keyName(name), Modifier: m})
		}
	}
}

func hold(focused fyne.Focusable, f func()) {
	k, ok := focused.(desktop.Keyable)
	if !ok {
		f()
		return
	}
	k.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f()
	k.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func keyName(key string) fyne.KeyName {
	names := map[string]fyne.KeyName{
		"Enter": fyne.KeyReturn, "Esc": fyne.KeyEscape, "PageUp": fyne.KeyPageUp, "PageDown": fyne.KeyPageDown, "Backspace": fyne.KeyBackspace,
	}
	if name, ok := names[key]; ok {
		return name
	}
	return fyne.KeyName(key)
}

func typeKey(c fyne.Canvas, focused fyne.Focusable, key string) {
	tabbable, ok := focused.(fyne.Tabbable)
	switch key {
	case "Up", "Down", "PageUp", "PageDown", "Home", "End", "Enter", "Esc", "Backspace", "F5":
		focused.TypedKey(&fyne.KeyEvent{Name: keyName(key)})
	case "Tab":
		if ok && tabbable.AcceptsTab() {
			focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		} else {
			c.FocusNext()
		}
	default:
		for _, r := range key {
			c.Focused().TypedRune(r)
		}
	}
}

// click clicks the row of a name, as often as given.
func (s *session) click(name string, times int, modifier fyne.KeyModifier) {
	s.t.Helper()
	l := s.panel.list
	for row, e := range l.rows {
		if e.name != name {
			continue
		}
		at := fyne.NewPos(20, float32(row)*rowHeight-l.offset+rowHeight/2)
		for range times {
			l.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Modifier: modifier})
			l.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Modifier: modifier})
		}
		if times == 2 {
			l.DoubleTapped(&fyne.PointEvent{Position: at})
		}
		return
	}
	s.t.Fatalf("no row %q in %s", name, s.names())
}

// dialog is the question over the picker.
func (s *session) dialog() *ui.Dialog {
	s.t.Helper()
	d, ok := s.window.Canvas().Overlays().Top().(*ui.Dialog)
	if !ok {
		s.t.Fatal("no question is asked")
	}
	return d
}

// wantAnswer checks the paths answered: names in a folder.
func (s *session) wantAnswer(folder string, names ...string) {
	s.t.Helper()
	var want []string
	for _, name := range names {
		want = append(want, filepath.Join(folder, name))
	}
	if fmt.Sprintf("%q", s.answer) != fmt.Sprintf("%q", want) {
		s.t.Errorf("answered %q, want %q; the panel says %q", s.answer, want, s.said())
	}
	if s.Open() == (len(want) > 0) {
		s.t.Errorf("open is %v with the answer %q", s.Open(), s.answer)
	}
}

// rendererOf is how a widget is drawn.
func rendererOf(w fyne.Widget) fyne.WidgetRenderer { return test.WidgetRenderer(w) }

// someDay is a time that pictures and tests can hold on to.
func someDay() time.Time { return time.Date(2018, 10, 13, 9, 5, 0, 0, time.UTC) }
