package filepicker

import (
	"fmt"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hashiya/app/ui"
)

// what names a control for a walk.
func (s *session) what(f fyne.Focusable) string {
	switch f := f.(type) {
	case *button:
		return f.spoken
	case *list:
		return "list"
	case *ui.Chooser:
		return "kind"
	case *ui.Entry:
		if f == s.panel.filter {
			return "filter"
		}
		return "name"
	}
	return fmt.Sprintf("%T", f)
}

func TestTabWalksAll(t *testing.T) {
	root := tree(t, "sub/inner/")
	for _, direction := range []func(*ui.Theme){rightToLeft, func(*ui.Theme) {}} {
		s := show(t, Options{Mode: Save, Name: "n", Folder: root, Extensions: []Filter{{Label: "A"}, {Label: "B"}}, Places: []Place{{Path: filepath.Join(root, "sub")}}}, direction)
		var walk []string
		for range 30 {
			s.press("Tab")
			walk = append(walk, s.what(s.window.Canvas().Focused()))
			if walk[len(walk)-1] == "name" {
				break
			}
		}
		crumbs := 0
		for _, step := range s.panel.crumbs.steps {
			for _, name := range walk {
				if name == step.button.spoken {
					crumbs++
					break
				}
			}
		}
		for i, want := range []string{"kind", "file.new", "file.hidden", "cancel", "file.save", "file.up"} {
			if walk[i] != want {
				t.Errorf("step %d of %q is not %q", i, walk, want)
			}
		}
		last := walk[len(walk)-5:]
		for i, want := range []string{"filter", "file.home", "sub", "list", "name"} {
			if last[i] != want {
				t.Errorf("the walk ends in %q, want %q", last, want)
			}
		}
		if crumbs == 0 {
			t.Errorf("no crumb is reached: %q", walk)
		}
	}
}

// Esc closes the picker and Ctrl+F goes to the filter from every control.
func TestKeysWorkEverywhere(t *testing.T) {
	root := tree(t, "sub/inner/")
	s := show(t, Options{Mode: Save, Name: "n", Folder: root, Extensions: []Filter{{Label: "A"}, {Label: "B"}}})
	for step := range 12 {
		s.walkTo(step)
		where := s.what(s.window.Canvas().Focused())
		if where != "kind" { // that field hands no shortcuts on
			s.press("C-F")
			if s.window.Canvas().Focused() != s.panel.filter {
				t.Errorf("Ctrl+F at %s goes to %s", where, s.what(s.window.Canvas().Focused()))
			}
			s.walkTo(step)
		}
		if s.press("Esc"); !s.cancelled {
			t.Errorf("Esc at %s does not close the picker", where)
		}
		s.cancelled = false
		s.Picker = Show(s.window, s.options)
	}
}

// walkTo presses Tab from the name field on.
func (s *session) walkTo(step int) {
	s.t.Helper()
	s.focus(s.panel.name)
	for range step {
		s.press("Tab")
	}
}

func TestMovesInTheList(t *testing.T) {
	var names []string
	for i := range 60 {
		names = append(names, fmt.Sprintf("%02d", i))
	}
	s := show(t, Options{Folder: tree(t, names...)})
	l := s.panel.list
	page := l.page()
	steps := []struct {
		key  string
		want int
	}{
		{"Down", 0}, {"Down", 1}, {"Up", 0}, {"Up", 0}, {"PageDown", page}, {"PageUp", 0}, {"End", 59}, {"Down", 59}, {"PageUp", 59 - page}, {"Home", 0},
	}
	for i, step := range steps {
		s.press(step.key)
		top := float32(l.chosen.current)*rowHeight - l.offset
		if l.chosen.current != step.want || top < 0 || top+rowHeight > l.Size().Height {
			t.Errorf("%d: %s leads to row %d at %v of %v, want %d in sight", i, step.key, l.chosen.current, top, l.Size().Height, step.want)
		}
	}
	l.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -10_000)})
	if most := 60*rowHeight - l.Size().Height; l.offset != most {
		t.Errorf("scrolled to %v, want %v", l.offset, most)
	}
}

func TestGoingUpAndAlong(t *testing.T) {
	root := tree(t, "a/b/c/", "a/x/")
	s := show(t, Options{Folder: filepath.Join(root, "a", "b", "c")})
	for i, step := range []struct{ key, folder, cursor string }{
		{"Backspace", "a/b", "c"}, {"A-Up", "a", "b"}, {"Enter", "a/b", ""},
	} {
		s.press(step.key)
		cursor := ""
		if at := s.panel.list.chosen.current; at >= 0 {
			cursor = s.panel.list.rows[at].name
		}
		if s.Folder() != filepath.Join(root, step.folder) || cursor != step.cursor {
			t.Errorf("%d: %s shows %q with the cursor on %q, want %q, %q", i, step.key, s.Folder(), cursor, step.folder, step.cursor)
		}
	}
	crumbs := s.panel.crumbs.steps
	crumbs[len(crumbs)-3].button.act()
	if at := s.panel.list.chosen.current; s.Folder() != root || at < 0 || s.panel.list.rows[at].name != "a" {
		t.Errorf("a crumb leads to %q, row %d", s.Folder(), at)
	}
	s.goTo(string(filepath.Separator), "")
	top := s.Folder()
	if s.press("Backspace"); s.Folder() != top {
		t.Errorf("above the top is %q", s.Folder())
	}
}

func TestTwoClicksOnTwoRowsOpenNothing(t *testing.T) {
	s := show(t, Options{Folder: tree(t, "a", "b")})
	s.click("a", 1, 0)
	s.click("b", 1, 0)
	s.panel.list.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(20, rowHeight*1.5)})
	s.wantAnswer(s.Folder())
}

// A click beside the rows selects nothing, and one beside the controls gives
// the focus back to the list.
func TestClicksBeside(t *testing.T) {
	s := show(t, Options{Folder: tree(t, "a")})
	s.click("a", 1, 0)
	s.panel.list.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, 200)}})
	if n := len(s.panel.list.picked()); n != 0 || !s.panel.accept.Disabled() {
		t.Errorf("%d files are selected", n)
	}
	s.window.Canvas().Unfocus()
	s.panel.Tapped(&fyne.PointEvent{})
	if s.window.Canvas().Focused() != s.panel.list {
		t.Error("the focus is lost")
	}
}

func TestBothDirections(t *testing.T) {
	root := tree(t, "أ/ب/file.txt")
	at := func(o fyne.CanvasObject) float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X
	}
	for _, rtl := range []bool{false, true} {
		s := show(t, Options{Folder: filepath.Join(root, "أ", "ب")}, func(th *ui.Theme) { th.SetRightToLeft(rtl) })
		steps := s.panel.crumbs.steps
		parent, last := steps[len(steps)-2].button, steps[len(steps)-1].button
		for name, ordered := range map[string]bool{
			"crumbs":  at(parent) < at(last),
			"places":  at(s.panel.places) < at(s.panel.list),
			"filter":  at(last) < at(s.panel.filter),
			"buttons": at(s.panel.hidden) < at(s.panel.accept),
		} {
			if ordered == rtl {
				t.Errorf("right to left %v: %s stand the wrong way round", rtl, name)
			}
		}
	}
}

// The panel keeps inside windows of any size, and its list in sight.
func TestSmallWindows(t *testing.T) {
	s := show(t, Options{Mode: Folder, Folder: tree(t, "sub/")})
	for _, size := range []fyne.Size{fyne.NewSize(1440, 900), fyne.NewSize(1024, 700), fyne.NewSize(640, 480), fyne.NewSize(480, 360)} {
		s.window.Resize(size)
		body := s.panel.body
		if body.Size().Width > panelWidth-2*panelPad || body.Size().Height > panelHeight-2*panelPad {
			t.Errorf("%v: the panel is larger than it may be: %v", size, body.Size())
		}
		end := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.panel.accept).AddXY(s.panel.accept.Size().Width, s.panel.accept.Size().Height)
		if end.X > size.Width || end.Y > size.Height || s.panel.list.Size().Height < 2*rowHeight-4 {
			t.Errorf("%v: the button ends at %v, the list is %v high", size, end, s.panel.list.Size().Height)
		}
	}
}
